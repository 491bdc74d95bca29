package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Facts.Unusable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which clauses are still open for a login, the one to deal with next first. The rules are those of {@code
 * docs/policy.md}, in their order.
 */
public final class PolicyEvaluator {

    private final Facts facts;
    private final Keyring keys;

    private PolicyEvaluator(Facts facts) {
        this.facts = facts;
        this.keys = new Keyring(facts);
    }

    public static Decision decide(Facts facts) {
        PolicyEvaluator evaluator = new PolicyEvaluator(facts);
        Stream<Clause> clauses = Stream.of(
                        evaluator.requestedRooms(),
                        evaluator.anyRoom().stream(),
                        evaluator.tenant().stream(),
                        evaluator.application().stream(),
                        evaluator.changeOfFactors().stream())
                .flatMap(open -> open);
        return new Decision(clauses.toList());
    }

    /** Whether the rule of this room is met, so that it may be named in a token. */
    public static boolean isMet(Facts facts, Room room) {
        return new PolicyEvaluator(facts).open(room, Reason.DATA_ROOM_REQUESTED).isEmpty();
    }

    /** Whether a second factor that counts now was passed, whatever rule asked for it: what {@code acr} tells. */
    public static boolean isSecondFactorPassed(Facts facts) {
        return new Keyring(facts).isPassed(facts.factors());
    }

    /** Whether factors may be changed without passing one first: one was passed, or there is none (security figure 20). */
    public static boolean hasNothingToPass(Facts facts) {
        return new Keyring(facts).hasNothingToPass();
    }

    // Rule 1: data rooms

    /** What an application asks for by name is asked in addition. */
    private Stream<Clause> requestedRooms() {
        return facts.rooms().stream()
                .filter(Room::requested)
                .flatMap(room -> open(room, Reason.DATA_ROOM_REQUESTED).stream());
    }

    /** Of several that enforce, one has to be passed: the one that is easiest to pass is asked. */
    private Optional<Clause> anyRoom() {
        List<Room> asking = facts.rooms().stream()
                .filter(Room::asks)
                .filter(room -> !entersWithoutNumber(room))
                .toList();
        List<Clause> open = asking.stream()
                .flatMap(room -> open(room, Reason.DATA_ROOM_ENFORCES).stream())
                .toList();
        return open.size() < asking.size()
                ? Optional.empty()
                : open.stream().min(Comparator.comparingInt(this::difficulty));
    }

    private Optional<Clause> open(Room room, Reason reason) {
        if (!room.asks() || entersWithoutNumber(room) || keys.isPassed(keys.acceptedBy(room))) {
            return Optional.empty();
        }
        return Optional.of(new Clause(reason, Optional.of(room), wayInto(room)));
    }

    private boolean entersWithoutNumber(Room room) {
        return room.policy().withoutNumber() == WithoutNumber.ALLOW
                && !facts.user().hasUnusable()
                && keys.acceptedBy(room).isEmpty();
    }

    private Way wayInto(Room room) {
        List<Factor> accepted = keys.acceptedBy(room);
        if (!accepted.isEmpty()) {
            return new Challenge(accepted);
        }
        return room.policy().withoutNumber() == WithoutNumber.ENROL
                ? keys.setUp(room.policy().methods(), Optional.empty())
                : new Refuse();
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
                || facts.factors().stream().anyMatch(factor -> factor.isOwn() && !factor.fromOutside());
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
            boolean allowed = facts.tenant().selfService()
                    && change.setsUp().map(facts.tenant().methods()::contains).orElse(true);
            if (!allowed || keys.hasNothingUsable()) {
                return Optional.of(new Clause(Reason.FACTORS_CHANGE, Optional.empty(), new Refuse()));
            }
            return keys.mustPassOneFirst()
                    ? Optional.of(new Clause(Reason.FACTORS_CHANGE, Optional.empty(), new Challenge(facts.factors())))
                    : Optional.empty();
        });
    }

    private int difficulty(Clause clause) {
        boolean hasFactor =
                clause.room().filter(room -> !keys.acceptedBy(room).isEmpty()).isPresent();
        if (hasFactor) {
            return 0;
        }
        return clause.way() instanceof Refuse ? 2 : 1;
    }
}
