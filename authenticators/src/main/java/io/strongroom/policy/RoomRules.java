package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Applies rule 1 of {@code docs/policy.md}: finds the clauses that the user's data rooms open. */
final class RoomRules {

    private final Facts facts;
    private final AcceptedFactors factors;

    RoomRules(Facts facts, AcceptedFactors factors) {
        this.facts = facts;
        this.factors = factors;
    }

    boolean isMet(Room room) {
        return open(room, Reason.DATA_ROOM_REQUESTED).isEmpty();
    }

    /**
     * Returns the open clauses of the rooms that the application requested by name, in addition to the clause from
     * {@link #any}.
     */
    Stream<Clause> requested() {
        return facts.rooms().stream()
                .filter(Room::requested)
                .flatMap(room -> open(room, Reason.DATA_ROOM_REQUESTED).stream());
    }

    /**
     * Returns a clause if the login does not meet the rule of any enforcing room. One room is enough, so this returns
     * the clause that is easiest to close.
     */
    Optional<Clause> any() {
        List<Room> asking = facts.rooms().stream()
                .filter(Room::asks)
                .filter(room -> !entersWithoutFactor(room))
                .toList();
        List<Clause> open = asking.stream()
                .flatMap(room -> open(room, Reason.DATA_ROOM_ENFORCES).stream())
                .toList();
        return open.size() < asking.size()
                ? Optional.empty()
                : open.stream().min(Comparator.comparingInt(this::difficulty));
    }

    private Optional<Clause> open(Room room, Reason reason) {
        if (!room.asks() || entersWithoutFactor(room) || factors.isPassed(factors.acceptedBy(room))) {
            return Optional.empty();
        }
        return Optional.of(new Clause(reason, Optional.of(room), wayToClose(room)));
    }

    private boolean entersWithoutFactor(Room room) {
        return room.policy().withoutNumber() == WithoutNumber.ALLOW
                && !facts.user().hasUnusable()
                && factors.acceptedBy(room).factors().isEmpty();
    }

    private Way wayToClose(Room room) {
        Challenge accepted = factors.acceptedBy(room);
        if (!accepted.factors().isEmpty()) {
            return accepted;
        }
        return room.policy().withoutNumber() == WithoutNumber.ENROL
                ? factors.setUp(room.policy().methods(), Optional.empty())
                : new Refuse();
    }

    private int difficulty(Clause clause) {
        boolean hasFactor = clause.room()
                .filter(room -> !factors.acceptedBy(room).factors().isEmpty())
                .isPresent();
        if (hasFactor) {
            return 0;
        }
        return clause.way() instanceof Refuse ? 2 : 1;
    }
}
