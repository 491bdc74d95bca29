package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Limits the messages of one login: five in all, and between two to the same number 30, 60, then 120 seconds (ASVS 6.6.3).
 * Also what keeps a refresh, or two tabs at once, from sending twice.
 */
public final class SendThrottle {

    /** Messages a login may cost. */
    public static final int PER_LOGIN = 5;

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));
    private static final Duration REMEMBERED = Duration.ofHours(2);

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private int taken = PER_LOGIN;

    /** @param loginId the browser's login attempt; all its tabs share it */
    public SendThrottle(OneTimeStore store, Clock clock, String loginId, String userId) {
        this.store = store;
        this.clock = clock;
        this.key = "sends:" + loginId + ":" + userId;
    }

    /** How long the next message to that number has to wait; zero where it need not. */
    public Duration remaining(String number) {
        return gate(number).remaining();
    }

    public boolean isExhausted() {
        return store.isClaimed(slot(PER_LOGIN - 1));
    }

    /** Counts a message that is about to be sent. */
    public Pass take(String number) {
        int sent = firstFree(0);
        if (sent == PER_LOGIN) {
            return new Pass.Exhausted();
        }
        Gate gate = gate(number);
        if (!gate.enter(WAITS.get(Math.min(sent, WAITS.size() - 1)))) {
            return new Pass.Wait(gate.remaining());
        }
        while (sent < PER_LOGIN && !store.claim(slot(sent), REMEMBERED)) {
            sent = firstFree(sent + 1);
        }
        taken = sent;
        if (sent == 0) {
            String until = Long.toString(clock.instant().plus(REMEMBERED).toEpochMilli());
            store.put(untilKey(), REMEMBERED, Map.of("until", until));
        }
        return sent < PER_LOGIN ? new Pass.Granted() : new Pass.Exhausted();
    }

    /** The message counted last is not sent after all, and the next may be at once. */
    public void giveBack(String number) {
        if (uncount()) {
            gate(number).open();
        }
    }

    /**
     * The message counted last is not sent after all; the next still has to wait.
     *
     * @return false where none was counted
     */
    public boolean uncount() {
        boolean counted = taken < PER_LOGIN;
        if (counted) {
            store.release(slot(taken));
            taken = PER_LOGIN;
        }
        return counted;
    }

    /** When a message is free again for a login that has sent all of its: from a second to two hours. */
    public Duration retryAfter() {
        return store.get(untilKey())
                .map(entry -> Instant.ofEpochMilli(Long.parseLong(entry.get("until"))))
                .map(until -> Remaining.until(until, clock))
                .orElse(REMEMBERED);
    }

    private String untilKey() {
        return key + ":until";
    }

    private int firstFree(int from) {
        int send = from;
        while (send < PER_LOGIN && store.isClaimed(slot(send))) {
            send++;
        }
        return send;
    }

    private Gate gate(String number) {
        return new Gate(store, clock, key + ":gate:" + number);
    }

    private String slot(int send) {
        return key + ":" + send;
    }
}
