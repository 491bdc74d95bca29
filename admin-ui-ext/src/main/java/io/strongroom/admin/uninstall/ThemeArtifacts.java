package io.strongroom.admin.uninstall;

import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * The realm's setting for Strongroom's admin console theme. If it remained without the jar, Keycloak would log an
 * error on every page.
 */
record ThemeArtifacts(RealmModel realm) implements RealmArtifacts {

    private static final String NAME = "strongroom";

    @Override
    public List<String> found() {
        return NAME.equals(realm.getAdminTheme()) ? List.of(NAME) : List.of();
    }

    @Override
    public void remove() {
        if (!found().isEmpty()) {
            realm.setAdminTheme(null);
        }
    }
}
