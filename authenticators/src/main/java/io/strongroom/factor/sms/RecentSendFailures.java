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
 * A tenant's latest failed send attempts, shown to its administrators: at most 20, each kept for a week. If there
 * is no free slot, a new failure replaces the oldest. If several attempts fail at the same time, some may be
 * missing; the events include all of them.
 */
public final class RecentSendFailures {

    static final int MOST = 20;
    static final Duration REMEMBERED = Duration.ofDays(7);

    private static final int MAX_REASON = 200;
    private static final String NO_GATEWAY = null;

    private final OneTimeStore store;
    private final String tenant;
    private final Clock clock;

    public RecentSendFailures(OneTimeStore store, String realmId, Clock clock) {
        this.store = store;
        this.tenant = realmId;
        this.clock = clock;
    }

    /** Returns the failures of messages that were sent in the name of one of the realm's organizations. */
    public RecentSendFailures ofOrganization(String organizationId) {
        return new RecentSendFailures(store, tenant + ":" + organizationId, clock);
    }

    /**
     * A failed send attempt.
     *
     * @param gateway id of the gateway; null if the message reached none
     * @param number  masked number of the recipient
     * @param reason  the vendor's reason, in one line
     */
    public record Failure(Instant time, String gateway, String number, String reason) {}

    private record Slot(int index, Optional<Failure> failure) {}

    /** Adds a message's failed attempts. */
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

    /** Adds a message that reached no gateway. */
    void addRefused(MaskedNumber number, String reason) {
        put(List.of(new Failure(clock.instant(), NO_GATEWAY, number.shown(), reason)));
    }

    /** Returns the failures, newest first. */
    public List<Failure> latest() {
        return slots().stream()
                .flatMap(slot -> slot.failure().stream())
                .sorted(Comparator.comparing(Failure::time).reversed())
                .toList();
    }

    /** Converts a vendor's reason to a single line of limited length. */
    static String printable(String reason) {
        return Printable.line(reason, MAX_REASON);
    }

    private void put(List<Failure> failures) {
        if (!failures.isEmpty()) {
            Iterator<Slot> next = inOrderOfUse().iterator();
            failures.forEach(failure -> store.put(key(next.next().index()), REMEMBERED, entry(failure)));
        }
    }

    /**
     * Returns empty slots in random order, so that parallel failures rarely use the same one; then the oldest slots
     * first.
     */
    private List<Slot> inOrderOfUse() {
        List<Slot> slots = new ArrayList<>(slots());
        Collections.shuffle(slots);
        slots.sort(
                Comparator.comparing(slot -> slot.failure().map(Failure::time).orElse(Instant.MIN)));
        return slots;
    }

    private List<Slot> slots() {
        return IntStream.range(0, MOST)
                .mapToObj(index -> new Slot(index, store.get(key(index)).map(RecentSendFailures::failure)))
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
        return "sms-failure:" + tenant + ":" + slot;
    }
}
