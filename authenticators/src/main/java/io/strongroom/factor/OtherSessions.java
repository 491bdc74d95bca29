package io.strongroom.factor;

import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.authentication.RequiredActionContext;

/** After a change of factors, sessions elsewhere can be ended: they may be somebody else's (ASVS 7.4.3). */
public final class OtherSessions {

    /** Field of the form, as on Keycloak's own pages. */
    public static final String FIELD = "logout-sessions";

    private OtherSessions() {}

    /** Ends them where the user has ticked that. */
    public static void endIfWanted(RequiredActionContext context) {
        if (context.getHttpRequest().getDecodedFormParameters().containsKey(FIELD)) {
            AuthenticatorUtil.logoutOtherSessions(context);
        }
    }
}
