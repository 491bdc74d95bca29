package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides which clauses a login still has to close. Applies the rules of {@code docs/policy.md} in the order given
 * there.
 */
public final class PolicyEvaluator {

    private final Facts facts;
    private final AcceptedFactors factors;
    private final TenantRule tenant;

    private PolicyEvaluator(Facts facts) {
        this.facts = facts;
        this.factors = new AcceptedFactors(facts);
        this.tenant = new TenantRule(facts, factors);
    }

    public static Decision decide(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        RoomRules rooms = new RoomRules(facts, evaluator.factors);
        Stream<Clause> clauses = Stream.of(
                        rooms.requested(),
                        rooms.any().stream(),
                        evaluator.tenant.clause().stream(),
                        new ApplicationRule(facts, evaluator.factors, evaluator.tenant).clause().stream(),
                        evaluator.changeOfFactors().stream())
                .flatMap(open -> open);
        return facts.login().impersonated()
                ? new ImpersonationRule(facts.tenant().impersonation()).decide(clauses.toList())
                : new Decision(clauses.toList());
    }

    /** Returns whether the login meets this room's rule, so that a token may include the room. */
    public static boolean isMet(Facts facts, Room room) {
        return new RoomRules(facts, new AcceptedFactors(facts)).isMet(room);
    }

    /** Returns the user's factors that this room's rule accepts. */
    public static Challenge acceptedBy(Facts facts, Room room) {
        return new AcceptedFactors(facts).acceptedBy(room);
    }

    /** Returns the user's factors that the rule of the user's tenants accepts. */
    public static Challenge acceptedByTenants(Facts facts) {
        return new AcceptedFactors(facts).acceptedBy(facts.methods());
    }

    /**
     * Returns whether the user passed a second factor that still counts, regardless of the rule that required it.
     * Tokens report the result in {@code acr}.
     */
    public static boolean isSecondFactorPassed(Facts facts) {
        AcceptedFactors factors = new AcceptedFactors(facts);
        return factors.isPassed(factors.any());
    }

    /** Returns whether the user passed a factor that resists phishing and still counts. */
    public static boolean isPhishingResistantPassed(Facts facts) {
        AcceptedFactors factors = new AcceptedFactors(facts);
        return factors.isPassed(factors.acceptedBy(Method.phishingResistant(Method.values())));
    }

    /** Returns whether a backup code can open any of the rules that apply to the user. */
    public static boolean acceptsBackupCodes(Facts facts) {
        return AcceptedFactors.opensWithBackupCode(facts.methods())
                || facts.rooms().stream()
                        .filter(Room::asks)
                        .anyMatch(room -> AcceptedFactors.opensWithBackupCode(
                                room.policy().methods()));
    }

    /**
     * Returns whether the user may change factors without passing one first: they have already passed one, or have
     * none (security figure 20).
     */
    public static boolean hasNothingToPass(Facts facts) {
        return !facts.login().impersonated() && new AcceptedFactors(facts).hasNothingToPass();
    }

    /**
     * Returns whether no rule applies to the user and their only factor is an unreadable number in the profile. The
     * user can then complete a set-up requested by an administrator without passing a factor first.
     *
     * @param facts facts with all of the user's data rooms, regardless of the application
     */
    public static boolean hasOnlyUnreadableNumber(Facts facts) {
        return facts.user().unusable() == Unusable.IN_PROFILE
                && facts.factors().isEmpty()
                && new PolicyEvaluator(facts).tenant.reason().isEmpty()
                && facts.rooms().stream().noneMatch(Room::asks);
    }

    /** Returns whether a policy that leaves the second factor optional asks the user, with or without a required role. */
    public static boolean asksIfOptional(Facts facts) {
        return new PolicyEvaluator(facts).tenant.asksIfOptional();
    }

    /**
     * Returns whether the guard handles the second factor, so that the flow doesn't have to: the guard asks for one
     * next, or the tenant's rule applies, is met, and accepts one of the user's factors.
     */
    public static boolean handlesSecondFactor(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        return decide(facts).asksForFactor()
                || evaluator.tenant.reason().isPresent()
                        && !evaluator
                                .factors
                                .acceptedBy(facts.methods())
                                .factors()
                                .isEmpty();
    }

    // Changes to the user's own factors (C2)

    /**
     * Returns a clause if the user has to pass a factor before changing any. Refuses the change if the tenant does
     * not allow it.
     */
    private Optional<Clause> changeOfFactors() {
        return facts.login().change().flatMap(change -> {
            boolean allowed = !change.selfService()
                    || facts.tenant().selfService()
                            && change.setsUp().map(this::maySetUp).orElse(true);
            if (!allowed || factors.hasOnlyUnusable() || facts.login().impersonated()) {
                return Optional.of(new Clause(Reason.FACTORS_CHANGE, Optional.empty(), new Refuse()));
            }
            return factors.mustPassOneFirst()
                    ? Optional.of(new Clause(Reason.FACTORS_CHANGE, Optional.empty(), factors.any()))
                    : Optional.empty();
        });
    }

    private boolean maySetUp(Method method) {
        return facts.tenant().methods().contains(method) || facts.methods().contains(method);
    }
}
