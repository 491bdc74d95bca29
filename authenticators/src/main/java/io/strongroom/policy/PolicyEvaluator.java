package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which clauses are still open for a login, the one to deal with next first. The rules are those of {@code
 * docs/policy.md}, in their order.
 */
public final class PolicyEvaluator {

    private final Facts facts;
    private final AcceptedFactors keys;

    private PolicyEvaluator(Facts facts) {
        this.facts = facts;
        this.keys = new AcceptedFactors(facts);
    }

    public static Decision decide(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        RoomRules rooms = new RoomRules(facts, evaluator.keys);
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

    /** Whether the rule of this room is met, so that it may be named in a token. */
    public static boolean isMet(Facts facts, Room room) {
        return new RoomRules(facts, new AcceptedFactors(facts)).isMet(room);
    }

    /** Whether a second factor that counts now was passed, whatever rule asked for it: what {@code acr} tells. */
    public static boolean isSecondFactorPassed(Facts facts) {
        return new AcceptedFactors(facts).isPassed(facts.factors());
    }

    /** Whether factors may be changed without passing one first: one was passed, or there is none (security figure 20). */
    public static boolean hasNothingToPass(Facts facts) {
        return !facts.login().impersonated() && new AcceptedFactors(facts).hasNothingToPass();
    }

    /**
     * Whether there is nothing of the user's that a factor protects: no rule asks them, and all they have is a number in their profile
     * that nobody can read. What an administrator has them set up then needs nothing passed first.
     *
     * @param facts of a user with all their data rooms, whatever application they log in to
     */
    public static boolean hasOnlyUnreadableNumber(Facts facts) {
        return facts.user().unusable() == Unusable.IN_PROFILE
                && facts.factors().isEmpty()
                && new PolicyEvaluator(facts).tenantReason().isEmpty()
                && facts.rooms().stream().noneMatch(Room::asks);
    }

    /**
     * Whether the second factor is the policy's matter, so that a flow need not ask: a factor is asked for next, or the tenant's
     * rule wants one that the user has and was content already.
     */
    public static boolean seesToFactors(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        boolean isAsked = decide(facts)
                .next()
                .filter(clause -> clause.way() instanceof Challenge)
                .isPresent();
        return isAsked
                || evaluator.tenantReason().isPresent()
                        && !evaluator.keys.acceptedBy(facts.tenant().methods()).isEmpty();
    }

    // Rule 2: the tenant

    private Optional<Clause> tenant() {
        return tenantReason().flatMap(reason -> {
            List<Factor> accepted = keys.acceptedBy(facts.tenant().methods());
            boolean closed = keys.isPassed(accepted) || facts.login().rememberedBrowser() || isVouchedFor();
            return closed ? Optional.empty() : tenantClause(reason, accepted);
        });
    }

    /** A link made with the password alone must not replace a factor that the account has. */
    private boolean isVouchedFor() {
        return switch (facts.login().voucher()) {
            case NONE -> false;
            case UNPROVEN_LINK -> keys.hasNothingToPass();
            case PROVEN_LINK -> true;
        };
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
        if (facts.user().required()) {
            return Optional.of(Reason.ROLE_REQUIRES);
        }
        boolean hasSetUpOne = facts.user().unusable() == Unusable.STORED
                || facts.factors().stream().anyMatch(factor -> factor.isOwn() && !factor.fromProfile());
        return hasSetUpOne ? Optional.of(Reason.USER_SET_UP_A_FACTOR) : Optional.empty();
    }

    private Optional<Clause> tenantClause(Reason reason, List<Factor> accepted) {
        if (!accepted.isEmpty()) {
            return Optional.of(new Clause(reason, Optional.empty(), new Challenge(accepted)));
        }
        Optional<Instant> later =
                facts.tenant().grace().endFor(facts.user(), facts.login().now());
        boolean putOff = later.isPresent() && facts.login().postponed();
        return putOff
                ? Optional.empty()
                : Optional.of(new Clause(
                        reason, Optional.empty(), keys.setUp(facts.tenant().methods(), later)));
    }

    // X7: the application

    /** A remembered browser does not do here, and nothing can be put off: the application wants it now. */
    private Optional<Clause> application() {
        List<Factor> accepted = keys.acceptedBy(facts.tenant().methods());
        if (!facts.login().stepUpRequested() || keys.isPassed(accepted)) {
            return Optional.empty();
        }
        Way way = accepted.isEmpty() ? setUpForApplication() : new Challenge(accepted);
        return Optional.of(new Clause(Reason.APPLICATION_ASKS, Optional.empty(), way));
    }

    /** Anybody can put {@code acr_values} into an address: that sets up nothing which users may not set up (C2). */
    private Way setUpForApplication() {
        boolean isAllowed = facts.tenant().selfService() || tenantReason().isPresent();
        return isAllowed ? keys.setUp(facts.tenant().methods(), Optional.empty()) : new Refuse();
    }

    // Changes of the user's own factors (C2)

    /** Who has a factor passes one before changing any; where users may not change any, that is the end of it. */
    private Optional<Clause> changeOfFactors() {
        return facts.login().change().flatMap(change -> {
            boolean allowed = !change.selfService()
                    || facts.tenant().selfService()
                            && change.setsUp()
                                    .map(facts.tenant().methods()::contains)
                                    .orElse(true);
            if (!allowed || keys.hasNothingUsable() || facts.login().impersonated()) {
                return Optional.of(new Clause(Reason.FACTORS_CHANGE, Optional.empty(), new Refuse()));
            }
            return keys.mustPassOneFirst()
                    ? Optional.of(new Clause(Reason.FACTORS_CHANGE, Optional.empty(), new Challenge(facts.factors())))
                    : Optional.empty();
        });
    }
}
