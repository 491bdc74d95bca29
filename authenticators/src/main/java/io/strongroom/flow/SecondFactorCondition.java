package io.strongroom.flow;

import io.strongroom.context.UserContext;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * Condition {@code second-factor-condition}, which matches if the policy requires a factor in this login and the
 * user has one. The guard handles set-up and refusals.
 */
final class SecondFactorCondition implements UserCondition {

    private final Clock clock;

    SecondFactorCondition(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean matchCondition(AuthenticationFlowContext context) {
        Facts facts = new FactsGatherer(UserContext.of(context, clock)).of(context.getAuthenticationSession());
        return PolicyEvaluator.decide(facts).asksForFactor();
    }
}
