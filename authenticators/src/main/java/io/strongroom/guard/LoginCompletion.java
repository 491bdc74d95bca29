package io.strongroom.guard;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.Factors;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.facts.LoginNotes;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.token.FirstFactor;
import java.time.Clock;
import java.util.List;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Completes a login that satisfies every rule. Records the passed factors in the login event and in the session, and
 * raises the authentication level reported to the application.
 */
final class LoginCompletion {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;
    private final PassedFactors passedFactors;
    private final Clock clock;

    LoginCompletion(RequiredActionContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
        this.login = context.getAuthenticationSession();
        this.passedFactors = new PassedFactors(UserContext.of(context, clock), login);
    }

    void complete(Facts facts) {
        List<PassedFactor> passed = passedFactors.all();
        FirstFactor.keep(login, passed);
        LoginNotes.storeProvider(login);
        if (PolicyEvaluator.isSecondFactorPassed(facts)) {
            passed.forEach(factor -> context.getEvent().detail(EventDetails.SECOND_FACTOR, factor.type()));
            raise(LoginNotes.SECOND_FACTOR_LEVEL, passed, facts);
            markLinkProven();
        }
        if (PolicyEvaluator.isPhishingResistantPassed(facts)) {
            raise(
                    LoginNotes.PHISHING_RESISTANT_LEVEL,
                    passed.stream().filter(Factors::isPhishingResistant).toList(),
                    facts);
        }
    }

    private void raise(int level, List<PassedFactor> passed, Facts facts) {
        new RaisedLevel(context.getSession(), login, level, clock)
                .apply(passed, facts.tenant().maxAge());
    }

    /**
     * Removes the mark of an unproven link. A user who logs in through a linked provider and passes the account's
     * own factor has proven that the link is theirs.
     */
    private void markLinkProven() {
        String provider = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (provider != null) {
            UnprovenLinks.of(context.getUser()).remove(context.getUser(), provider);
        }
    }
}
