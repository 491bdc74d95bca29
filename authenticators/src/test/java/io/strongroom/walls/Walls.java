package io.strongroom.walls;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Which walls of a realm are down: its attribute {@code test.down} names them. */
final class Walls {

    static final String GUARD = "guard";
    static final String EXIT = "exit";

    /** Before ours, which come before Keycloak's. */
    static final int ORDER = 10_000;

    private Walls() {}

    static boolean isDown(KeycloakSession session, String wall) {
        RealmModel realm = session.getContext().getRealm();
        String down = realm == null ? null : realm.getAttribute("test.down");
        return down != null && down.contains(wall);
    }
}
