package io.strongroom.factor.sms;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Attempts;
import io.strongroom.log.Printable;
import io.strongroom.phone.MaskedNumber;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The last text messages of a tenant that a gateway did not send, for its administrators: twenty at most, each for a week. A
 * later one takes the place of the oldest. Of several that fail at the same moment some may be left out; the events have all.
 */
public final class SendFailures {

    static final int MOST = 20;
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int LONGEST_REASON = 200;

    private final OneTimeStore store;
    private final String realmId;
    private final Clock clock;

    public SendFailures(OneTimeStore store, String realmId, Clock clock) {
        this.store = store;
        this.realmId = realmId;
        this.clock = clock;
    }

    /**
     * A message that was not sent, or not by the gateway that was to send it.
     *
     * @param gateway id of the gateway, or null: it came to none
     * @param number  where it was to go, masked
     * @param reason  in the vendor's terms, one line
     */
    public record Failure(Instant time, String gateway, String number, String reason) {}

    private record Slot(int index, Optional<Failure> failure) {}

    /** Those gateways that did not send a message. */
    void add(Attempts attempts, MaskedNumber number) {
        put(attempts.all().stream()
                .filter(attempt -> !(attempt.result() instanceof SendResult.Accepted))
                .map(attempt -> new Failure(
                        clock.instant(),
                        attempt.gateway(),
                        number.shown(),
                        printable(attempt.result().reason())))
                .toList());
    }

    /** A message that came to no gateway. */
    void addRefused(MaskedNumber number, String reason) {
        put(List.of(new Failure(clock.instant(), null, number.shown(), reason)));
    }

    /** Newest first. */
    public List<Failure> latest() {
        return slots().stream()
                .flatMap(slot -> slot.failure().stream())
                .sorted(Comparator.comparing(Failure::time).reversed())
                .toList();
    }

    /** A vendor's words, in one line. */
    static String printable(String reason) {
        return Printable.line(reason, LONGEST_REASON);
    }

    private void put(List<Failure> failures) {
        if (!failures.isEmpty()) {
            Iterator<Slot> next = inOrderOfUse().iterator();
            failures.forEach(failure -> store.put(key(next.next().index()), REMEMBERED, entry(failure)));
        }
    }

    /** The empty ones, shuffled so that those who fail together do not meet in one; then the oldest first. */
    private List<Slot> inOrderOfUse() {
        List<Slot> slots = new ArrayList<>(slots());
        Collections.shuffle(slots);
        slots.sort(
                Comparator.comparing(slot -> slot.failure().map(Failure::time).orElse(Instant.MIN)));
        return slots;
    }

    private List<Slot> slots() {
        return IntStream.range(0, MOST)
                .mapToObj(index -> new Slot(index, store.get(key(index)).map(SendFailures::failure)))
                .toList();
    }

    private static Map<String, String> entry(Failure failure) {
        Map<String, String> entry = new HashMap<>(Map.of(
                "time",
                Long.toString(failure.time().toEpochMilli()),
                "number",
                failure.number(),
                "reason",
                failure.reason()));
        if (failure.gateway() != null) {
            entry.put("gateway", failure.gateway());
        }
        return entry;
    }

    private static Failure failure(Map<String, String> entry) {
        return new Failure(
                Instant.ofEpochMilli(Long.parseLong(entry.get("time"))),
                entry.get("gateway"),
                entry.get("number"),
                entry.get("reason"));
    }

    private String key(int slot) {
        return "sms-failure:" + realmId + ":" + slot;
    }
}
