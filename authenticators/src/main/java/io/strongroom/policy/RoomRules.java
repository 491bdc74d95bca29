package io.strongroom.policy;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Refuse;
import io.strongroom.policy.Clause.Way;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Room;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rule 1: what data rooms ask. */
final class RoomRules {

    private final Facts facts;
    private final AcceptedFactors keys;

    RoomRules(Facts facts, AcceptedFactors keys) {
        this.facts = facts;
        this.keys = keys;
    }

    boolean isMet(Room room) {
        return open(room, Reason.DATA_ROOM_REQUESTED).isEmpty();
    }

    /** What an application asks for by name is asked in addition. */
    Stream<Clause> requested() {
        return facts.rooms().stream()
                .filter(Room::requested)
                .flatMap(room -> open(room, Reason.DATA_ROOM_REQUESTED).stream());
    }

    /** Of several that enforce, one has to be passed: the one that is easiest to pass is asked. */
    Optional<Clause> any() {
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

    private int difficulty(Clause clause) {
        boolean hasFactor =
                clause.room().filter(room -> !keys.acceptedBy(room).isEmpty()).isPresent();
        if (hasFactor) {
            return 0;
        }
        return clause.way() instanceof Refuse ? 2 : 1;
    }
}
