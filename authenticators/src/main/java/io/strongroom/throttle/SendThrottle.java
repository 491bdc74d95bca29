package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Limits the messages of one login: five in an hour, and between two to the same number 30, 60, then 120 seconds (ASVS 6.6.3).
 * Also what keeps a refresh, or two tabs at once, from sending twice.
 */
public final class SendThrottle {

    /** Messages a login may cost. */
    public static final int PER_LOGIN = 5;

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private final HourlyLimit messages;

    /** @param loginId the browser's login attempt; all its tabs share it */
    public SendThrottle(OneTimeStore store, Clock clock, String loginId, String userId) {
        this.store = store;
        this.clock = clock;
        this.key = "sends:" + loginId + ":" + userId;
        this.messages = new HourlyLimit(store, clock, key, PER_LOGIN);
    }

    /** How long the next message to that number has to wait; zero where it need not. */
    public Duration remaining(String number) {
        return gate(number).remaining();
    }

    public boolean isExhausted() {
        return messages.used() == PER_LOGIN;
    }

    /** Counts a message that is about to be sent. */
    public LimitResult take(String number) {
        int sent = messages.used();
        if (sent == PER_LOGIN) {
            return new LimitResult.Exhausted();
        }
        Cooldown gate = gate(number);
        if (!gate.enter(WAITS.get(Math.min(sent, WAITS.size() - 1)))) {
            return new LimitResult.Wait(gate.remaining());
        }
        return messages.take() ? new LimitResult.Granted() : new LimitResult.Exhausted();
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
        return messages.giveBack();
    }

    /** A handle of the place of the message counted last; empty where none was. */
    public Optional<String> place() {
        return messages.place();
    }

    /** When a message is free again for a login that has sent all of its: from a second to an hour. */
    public Duration retryAfter() {
        return messages.retryAfter();
    }

    private Cooldown gate(String number) {
        return new Cooldown(store, clock, key + ":gate:" + number);
    }
}
