package io.strongroom.facts;

import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The facts by which a login met every rule in this request, kept so that the exit need not gather them a second time. */
public final class SatisfiedFacts {

    private static final String ATTRIBUTE = "strongroom.met-rules";

    private record Kept(String userId, String loginId, String tabId, Facts facts) {

        boolean isOf(AuthenticationSessionModel login) {
            return login.getAuthenticatedUser() != null
                    && userId.equals(login.getAuthenticatedUser().getId())
                    && loginId.equals(login.getParentSession().getId())
                    && tabId.equals(login.getTabId());
        }
    }

    private SatisfiedFacts() {}

    /** Keeps facts that meet every rule; others remove what was kept before. */
    public static void keep(KeycloakSession session, AuthenticationSessionModel login, Facts facts) {
        if (PolicyEvaluator.decide(facts).isSatisfied()) {
            session.setAttribute(
                    ATTRIBUTE,
                    new Kept(
                            login.getAuthenticatedUser().getId(),
                            login.getParentSession().getId(),
                            login.getTabId(),
                            facts));
        } else {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    public static Optional<Facts> of(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(session.getAttribute(ATTRIBUTE, Kept.class))
                .filter(kept -> kept.isOf(login))
                .map(Kept::facts);
    }
}
