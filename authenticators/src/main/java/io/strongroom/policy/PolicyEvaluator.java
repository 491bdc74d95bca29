package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Level;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides which clauses a login still has to close. Applies the rules of {@code docs/policy.md} in the order given
 * there.
 */
public final class PolicyEvaluator {

    private final Facts facts;
    private final AcceptedFactors factors;

    private PolicyEvaluator(Facts facts) {
        this.facts = facts;
        this.factors = new AcceptedFactors(facts);
    }

    public static Decision decide(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        RoomRules rooms = new RoomRules(facts, evaluator.factors);
        Stream<Clause> clauses = Stream.of(
                        rooms.requested(),
                        rooms.any().stream(),
                        evaluator.tenant().stream(),
                        evaluator.application().stream(),
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
        return factors.isPassed(factors.acceptedBy(phishingResistant(Set.copyOf(Method.values()))));
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
                && new PolicyEvaluator(facts).tenantReason().isEmpty()
                && facts.rooms().stream().noneMatch(Room::asks);
    }

    /**
     * Returns whether the guard handles the second factor, so that the flow doesn't have to: the guard asks for one
     * next, or the tenant's rule applies, is met, and accepts one of the user's factors.
     */
    public static boolean handlesSecondFactor(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        return decide(facts).asksForFactor()
                || evaluator.tenantReason().isPresent()
                        && !evaluator
                                .factors
                                .acceptedBy(facts.methods())
                                .factors()
                                .isEmpty();
    }

    // Rule 2: the tenant

    private Optional<Clause> tenant() {
        return tenantReason().flatMap(reason -> {
            Challenge accepted = factors.acceptedBy(facts.methods());
            boolean closed = factors.isPassed(accepted) || isRemembered() || isVouchedFor();
            return closed ? Optional.empty() : tenantClause(reason, accepted);
        });
    }

    /**
     * Returns whether a trusted identity provider replaces the user's factor. A link created with only the password
     * must not do so.
     */
    private boolean isVouchedFor() {
        return switch (facts.login().voucher()) {
            case NONE -> false;
            case UNPROVEN_LINK -> factors.hasNothingToPass() && !isHeldToPhishingResistance();
            case PROVEN_LINK -> !isHeldToPhishingResistance();
            case PROVEN_LINK_PHISHING_RESISTANT -> true;
        };
    }

    private boolean isHeldToPhishingResistance() {
        return facts.user().heldTo().isPresent() && !AcceptedFactors.opensWithBackupCode(facts.methods());
    }

    /** A browser may have been remembered after a weaker factor, so it never replaces one that resists phishing. */
    private boolean isRemembered() {
        return facts.login().rememberedBrowser() && AcceptedFactors.opensWithBackupCode(facts.methods());
    }

    private Optional<Reason> tenantReason() {
        if (facts.user().exempt()) {
            return Optional.empty();
        }
        return switch (facts.tenant().enforcement()) {
            case OFF -> Optional.empty();
            case REQUIRED -> Optional.of(Reason.TENANT_REQUIRES);
            case OPTIONAL -> optionalReason();
        };
    }

    private Optional<Reason> optionalReason() {
        if (facts.user().required() || facts.user().heldTo().isPresent()) {
            return Optional.of(Reason.ROLE_REQUIRES);
        }
        boolean hasSetUpOne = facts.user().unusable() == Unusable.STORED
                || facts.factors().stream().anyMatch(factor -> factor.isOwn() && !factor.fromProfile());
        return hasSetUpOne ? Optional.of(Reason.USER_SET_UP_A_FACTOR) : Optional.empty();
    }

    private Optional<Clause> tenantClause(Reason reason, Challenge accepted) {
        if (!accepted.factors().isEmpty()) {
            return Optional.of(new Clause(reason, Optional.empty(), accepted));
        }
        Optional<Instant> later = facts.tenant()
                .grace()
                .endFor(facts.user().graceSince(), facts.login().now());
        boolean isPostponed = later.isPresent() && facts.login().postponed();
        return isPostponed
                ? Optional.empty()
                : Optional.of(new Clause(reason, Optional.empty(), factors.setUp(facts.methods(), later)));
    }

    // X7: the application

    /**
     * Returns a clause if the application requires a factor now. A remembered browser does not count, and the user
     * can't postpone the set-up.
     */
    private Optional<Clause> application() {
        Set<Method> methods = methodsForApplication();
        Challenge accepted = factors.acceptedBy(methods);
        if (facts.login().requestedLevel() == Level.NONE || factors.isPassed(accepted)) {
            return Optional.empty();
        }
        Way way = accepted.factors().isEmpty() ? setUpForApplication(methods) : accepted;
        return Optional.of(new Clause(Reason.APPLICATION_ASKS, Optional.empty(), way));
    }

    /**
     * Returns the methods that reach the requested level. If the tenant accepts none that resists phishing, any of its
     * methods must do; the token then reports the lower level.
     */
    private Set<Method> methodsForApplication() {
        Set<Method> resistant = phishingResistant(facts.methods());
        return facts.login().requestedLevel() == Level.PHISHING_RESISTANT && !resistant.isEmpty()
                ? resistant
                : facts.methods();
    }

    private static Set<Method> phishingResistant(Set<Method> methods) {
        return methods.stream().filter(Method::isPhishingResistant).collect(Collectors.toSet());
    }

    /**
     * Returns how a user without a factor can meet the application's request. Anyone can add {@code acr_values} to
     * a link, and that must not let users set up a factor that the tenant does not allow (C2).
     */
    private Way setUpForApplication(Set<Method> methods) {
        boolean isAllowed = facts.tenant().selfService() || tenantReason().isPresent();
        return isAllowed ? factors.setUp(methods, Optional.empty()) : new Refuse();
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
