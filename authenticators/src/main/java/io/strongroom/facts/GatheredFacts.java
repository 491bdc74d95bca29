package io.strongroom.facts;

import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Stores the facts that the guard gathered for a login in this request, so that the guard's page and the exit check
 * don't have to gather them again.
 */
public final class GatheredFacts {

    private static final String ATTRIBUTE = "strongroom.facts";

    private record Stored(String userId, String loginId, String tabId, Facts facts) {

        boolean isOf(AuthenticationSessionModel login) {
            return login.getAuthenticatedUser() != null
                    && userId.equals(login.getAuthenticatedUser().getId())
                    && loginId.equals(login.getParentSession().getId())
                    && tabId.equals(login.getTabId());
        }
    }

    private GatheredFacts() {}

    public static void store(KeycloakSession session, AuthenticationSessionModel login, Facts facts) {
        session.setAttribute(
                ATTRIBUTE,
                new Stored(
                        login.getAuthenticatedUser().getId(),
                        login.getParentSession().getId(),
                        login.getTabId(),
                        facts));
    }

    /** Returns and removes the facts stored for this login and user, because subsequent steps may change them. */
    public static Optional<Facts> take(KeycloakSession session, AuthenticationSessionModel login) {
        Optional<Facts> facts = of(session, login);
        session.removeAttribute(ATTRIBUTE);
        return facts;
    }

    /**
     * Returns the facts stored for this login and user if they satisfy every rule. A factor passed since then can
     * only satisfy more rules.
     */
    public static Optional<Facts> satisfied(KeycloakSession session, AuthenticationSessionModel login) {
        return of(session, login).filter(facts -> PolicyEvaluator.decide(facts).isSatisfied());
    }

    private static Optional<Facts> of(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Stored.class))
                .filter(stored -> stored.isOf(login))
                .map(Stored::facts);
    }
}
