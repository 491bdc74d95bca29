package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Level;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the clause that an application opens by requesting a factor now (X7). A remembered browser does not count, and
 * the user can't postpone the set-up.
 */
final class ApplicationRule {

    private final Facts facts;
    private final AcceptedFactors factors;
    private final TenantRule tenant;

    ApplicationRule(Facts facts, AcceptedFactors factors, TenantRule tenant) {
        this.facts = facts;
        this.factors = factors;
        this.tenant = tenant;
    }

    Optional<Clause> clause() {
        Set<Method> methods = methods();
        Challenge accepted = factors.acceptedBy(methods);
        if (facts.login().requestedLevel() == Level.NONE || factors.isPassed(accepted)) {
            return Optional.empty();
        }
        Way way = accepted.factors().isEmpty() ? setUp(methods) : accepted;
        return Optional.of(new Clause(Reason.APPLICATION_ASKS, Optional.empty(), way));
    }

    /**
     * Returns the methods that reach the requested level. If the tenant accepts none that resists phishing, any of its
     * methods must do; the token then reports the lower level.
     */
    private Set<Method> methods() {
        Set<Method> resistant = Method.phishingResistant(facts.methods());
        return facts.login().requestedLevel() == Level.PHISHING_RESISTANT && !resistant.isEmpty()
                ? resistant
                : facts.methods();
    }

    /**
     * Returns how a user without a factor can meet the request. Anyone can add {@code acr_values} to a link, and that
     * must not let users set up a factor that the tenant does not allow (C2).
     */
    private Way setUp(Set<Method> methods) {
        return facts.tenant().selfService() || tenantWantsFirstFactor()
                ? factors.setUp(methods, Optional.empty())
                : new Refuse();
    }

    private boolean tenantWantsFirstFactor() {
        return tenant.reason().isPresent()
                && factors.acceptedBy(facts.methods()).factors().isEmpty();
    }
}
