package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Limits the messages of a login to five per hour, with waits of 30, 60 and then 120 seconds between two messages
 * to the same number (ASVS 6.6.3). The waits also prevent a page refresh or a second tab from sending a second
 * message.
 */
public final class SendThrottle {

    /** Maximum number of messages per login and hour. */
    public static final int PER_LOGIN = 5;

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(120));

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;
    private final HourlyLimit messages;

    /** @param loginId id of the browser's login attempt, shared by all its tabs */
    public SendThrottle(OneTimeStore store, Clock clock, String loginId, String userId) {
        this.store = store;
        this.clock = clock;
        this.key = "sends:" + loginId + ":" + userId;
        this.messages = new HourlyLimit(store, clock, key, PER_LOGIN);
    }

    /** Returns the wait before the next message to this number, or zero. */
    public Duration remaining(String number) {
        return cooldown(number).remaining();
    }

    public boolean isExhausted() {
        return messages.used() == PER_LOGIN;
    }

    /** Counts a message before it is sent. */
    public LimitResult take(String number) {
        int sent = messages.used();
        if (sent == PER_LOGIN) {
            return new LimitResult.Exhausted();
        }
        Cooldown cooldown = cooldown(number);
        if (!cooldown.start(WAITS.get(Math.min(sent, WAITS.size() - 1)))) {
            return new LimitResult.Wait(cooldown.remaining());
        }
        return messages.take() ? new LimitResult.Granted() : new LimitResult.Exhausted();
    }

    /** Releases the slot of the last counted message and ends the wait for the next one. */
    public void cancel(String number) {
        if (release()) {
            cooldown(number).end();
        }
    }

    /**
     * Releases the slot of the last counted message. The next message still has to wait.
     *
     * @return false if no message was counted
     */
    public boolean release() {
        return messages.release();
    }

    /** Returns a handle for the last counted message's slot; empty if no message was counted. */
    public Optional<String> handle() {
        return messages.handle();
    }

    /** Returns the time until a login that has used up its messages may send again, between one second and one hour. */
    public Duration retryAfter() {
        return messages.retryAfter();
    }

    private Cooldown cooldown(String number) {
        return new Cooldown(store, clock, key + ":gate:" + number);
    }
}
