package io.strongroom.flow;

import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * {@code second-factor-condition}: whether the policy wants a factor of this login that the user has. Setting one up, and
 * refusing who can't, is left to the guard.
 */
final class SecondFactorCondition implements UserCondition {

    private final Clock clock;

    SecondFactorCondition(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        Facts facts = new FactsGatherer(context.getSession(), context.getRealm(), context.getUser(), clock)
                .of(context.getAuthenticationSession());
        return PolicyEvaluator.decide(facts)
                .next()
                .filter(clause -> clause.way() instanceof Challenge)
                .isPresent();
    }
}
