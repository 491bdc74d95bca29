package io.strongroom.guard;

import io.strongroom.factor.EventDetails;
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

/** A login that met all rules: what it passed is told to the event, to the session and, as a level, to the application. */
final class LoginCompletion {

    private final RequiredActionContext context;
    private final AuthenticationSessionModel login;
    private final PassedFactors passed;
    private final Clock clock;

    LoginCompletion(RequiredActionContext context, Clock clock) {
        this.context = context;
        this.clock = clock;
        this.login = context.getAuthenticationSession();
        this.passed = new PassedFactors(context.getSession(), login, context.getUser());
    }

    void tell(Facts facts) {
        List<PassedFactor> all = passed.all();
        FirstFactor.keep(login, all);
        LoginNotes.keepProvider(login);
        if (PolicyEvaluator.isSecondFactorPassed(facts)) {
            all.forEach(factor -> context.getEvent().detail(EventDetails.SECOND_FACTOR, factor.type()));
            new RaisedLevel(context.getSession(), login, clock)
                    .tell(all, facts.tenant().maxAge());
            proveLink();
        }
    }

    /** Who comes through a linked provider and passes the account's own factor has shown that the link is theirs. */
    private void proveLink() {
        String provider = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (provider != null) {
            UnprovenLinks.of(context.getUser()).remove(context.getUser(), provider);
        }
    }
}
