package io.strongroom.admin.uninstall;

import java.util.List;
import org.keycloak.models.RealmModel;

/** The console's theme, where it is ours: without the jar Keycloak would look for it at each page, and log an error. */
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
