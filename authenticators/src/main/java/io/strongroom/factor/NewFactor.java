package io.strongroom.factor;

import org.keycloak.sessions.AuthenticationSessionModel;

/** The memory that a factor was set up in this login: its user gets backup codes next (T2). */
public final class NewFactor {

    private static final String NOTE = "strongroom.enrolled";

    private NewFactor() {}

    public static void wasSetUpIn(AuthenticationSessionModel login) {
        login.setAuthNote(NOTE, "true");
    }

    public static boolean isSetUpIn(AuthenticationSessionModel login) {
        return "true".equals(login.getAuthNote(NOTE));
    }
}
