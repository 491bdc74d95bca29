package io.strongroom.facts;

import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Stores the facts with which a login satisfied every rule, so that the exit check of the same request can reuse them. */
public final class SatisfiedFacts {

    private static final String ATTRIBUTE = "strongroom.satisfied-facts";

    private record Stored(String userId, String loginId, String tabId, Facts facts) {

        boolean isOf(AuthenticationSessionModel login) {
            return login.getAuthenticatedUser() != null
                    && userId.equals(login.getAuthenticatedUser().getId())
                    && loginId.equals(login.getParentSession().getId())
                    && tabId.equals(login.getTabId());
        }
    }

    private SatisfiedFacts() {}

    /** Stores the facts if they satisfy every rule, otherwise removes those stored before. */
    public static void update(KeycloakSession session, AuthenticationSessionModel login, Facts facts) {
        if (PolicyEvaluator.decide(facts).isSatisfied()) {
            session.setAttribute(
                    ATTRIBUTE,
                    new Stored(
                            login.getAuthenticatedUser().getId(),
                            login.getParentSession().getId(),
                            login.getTabId(),
                            facts));
        } else {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** Returns the facts stored for this login and user in this request, if any. */
    public static Optional<Facts> of(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Stored.class))
                .filter(stored -> stored.isOf(login))
                .map(Stored::facts);
    }
}
