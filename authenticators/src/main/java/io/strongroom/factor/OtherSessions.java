package io.strongroom.factor;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;

/** Ends a user's other sessions after a factor change, because they may belong to an attacker (ASVS 7.4.3). */
public final class OtherSessions {

    /** Name of the form field, the same as on Keycloak's pages. */
    public static final String FIELD = "logout-sessions";

    private OtherSessions() {}

    /** Ends the other sessions if the user has ticked the box. */
    public static void endIfRequested(RequiredActionContext context) {
        if (context.getHttpRequest().getDecodedFormParameters().containsKey(FIELD)) {
            AuthenticatorUtil.logoutOtherSessions(context);
        }
    }
}
