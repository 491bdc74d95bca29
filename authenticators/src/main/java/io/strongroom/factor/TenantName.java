package io.strongroom.factor;

import org.keycloak.models.RealmModel;

/** What a tenant is called before its users. */
public final class TenantName {

    private TenantName() {}

    /** The realm's display name, or its name where it has none. */
    public static String of(RealmModel realm) {
        String displayName = realm.getDisplayName();
        return displayName == null || displayName.isBlank() ? realm.getName() : displayName;
    }
}
