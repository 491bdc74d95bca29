package io.strongroom.factor;

import org.keycloak.models.RealmModel;

/** Determines the tenant's name as shown to users. */
public final class TenantName {

    private TenantName() {}

    /** Returns the realm's display name, or its name if it has none. */
    public static String of(RealmModel realm) {
        String displayName = realm.getDisplayName();
        return displayName == null || displayName.isBlank() ? realm.getName() : displayName;
    }
}
