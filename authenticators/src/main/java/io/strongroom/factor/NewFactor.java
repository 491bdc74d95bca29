package io.strongroom.factor;

import org.keycloak.sessions.AuthenticationSessionModel;

/** Records that the user set up a factor in this login, so that backup codes are offered next (T2). */
public final class NewFactor {

    private static final String NOTE = "strongroom.enrolled";

    private NewFactor() {}

    public static void markSetUp(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, "true");
    }

    public static boolean wasSetUp(AuthenticationSessionModel login) {
        return "true".equals(login.getAuthNote(NOTE));
    }
}
