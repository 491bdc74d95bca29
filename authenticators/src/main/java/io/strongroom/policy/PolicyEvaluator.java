package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Says which clauses are still open for a login. The rules are those of {@code docs/architecture.md}, in their order. */
public final class PolicyEvaluator {

    private PolicyEvaluator() {}

    public static Decision decide(Facts facts) {
        return new Decision(Stream.of(roomClause(facts), tenantClause(facts))
                .flatMap(Optional::stream)
                .toList());
    }

    /** Of several data rooms that enforce, one has to be passed: the one that is easiest to pass is asked. */
    private static Optional<Clause> roomClause(Facts facts) {
        List<Room> enforcing = facts.rooms().stream()
                .filter(room -> room.policy().enforced() && !room.administrator())
                .filter(room -> !entersWithoutNumber(facts, room))
                .toList();
        if (enforcing.stream().anyMatch(room -> isPassed(facts, acceptedBy(facts, room)))) {
            return Optional.empty();
        }
        return enforcing.stream()
                .map(room -> new Clause(Reason.DATA_ROOM_ENFORCES, Optional.of(room), wayInto(facts, room)))
                .min(Comparator.comparingInt(clause -> difficulty(clause.way())));
    }

    private static Optional<Clause> tenantClause(Facts facts) {
        return tenantReason(facts).flatMap(reason -> {
            List<Factor> accepted = acceptedBy(facts, facts.tenant().methods());
            if (isPassed(facts, accepted)) {
                return Optional.empty();
            }
            Way way = accepted.isEmpty() ? new Enrol(facts.tenant().methods()) : new Challenge(accepted);
            return Optional.of(new Clause(reason, Optional.empty(), way));
        });
    }

    private static Optional<Reason> tenantReason(Facts facts) {
        return switch (facts.tenant().enforcement()) {
            case OFF -> Optional.empty();
            case REQUIRED -> Optional.of(Reason.TENANT_REQUIRES);
            case OPTIONAL ->
                facts.factors().stream().anyMatch(Factor::isOwn)
                        ? Optional.of(Reason.USER_SET_UP_A_FACTOR)
                        : Optional.empty();
        };
    }

    private static boolean entersWithoutNumber(Facts facts, Room room) {
        return room.policy().withoutNumber() == WithoutNumber.ALLOW
                && acceptedBy(facts, room).isEmpty();
    }

    private static Way wayInto(Facts facts, Room room) {
        List<Factor> accepted = acceptedBy(facts, room);
        if (!accepted.isEmpty()) {
            return new Challenge(accepted);
        }
        return room.policy().withoutNumber() == WithoutNumber.ENROL
                ? new Enrol(room.policy().methods())
                : new Refuse();
    }

    /** A number set for this member of this room is the only one accepted for it; else any factor of the user's own. */
    private static List<Factor> acceptedBy(Facts facts, Room room) {
        List<Factor> accepted = acceptedBy(facts, room.policy().methods());
        List<Factor> setForRoom =
                accepted.stream().filter(factor -> factor.isFor(room)).toList();
        return setForRoom.isEmpty() ? accepted.stream().filter(Factor::isOwn).toList() : setForRoom;
    }

    private static List<Factor> acceptedBy(Facts facts, Set<Method> methods) {
        return facts.factors().stream()
                .filter(factor -> methods.contains(factor.method()))
                .toList();
    }

    private static boolean isPassed(Facts facts, List<Factor> accepted) {
        return accepted.stream().anyMatch(factor -> facts.passed().stream().anyMatch(passed -> passed.is(factor)));
    }

    private static int difficulty(Way way) {
        if (way instanceof Challenge) {
            return 0;
        }
        return way instanceof Enrol ? 1 : 2;
    }
}
