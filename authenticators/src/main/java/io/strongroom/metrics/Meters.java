package io.strongroom.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Records Strongroom's metrics. Has no effect if the server runs without metrics. Tag values come from code, never from input. */
public final class Meters {

    static final String SENDS = "strongroom.sms.sends";
    static final String LATENCY = "strongroom.sms.latency";
    static final String QUEUE = "strongroom.sms.queue";
    static final String BREAKER_TENANTS = "strongroom.sms.breaker.tenants";
    static final String TRANSITIONS = "strongroom.sms.breaker.transitions";
    static final String DROPPED = "strongroom.sms.dropped";
    static final String REFUSED = "strongroom.refused";
    static final String STOPPED = "strongroom.exit.stopped";
    static final String VERIFICATIONS = "strongroom.verifications";

    private static final Duration[] LATENCY_BUCKETS = {
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5)
    };

    private Meters() {}

    /**
     * Counts a message that was passed to a gateway or that skipped the gateway.
     *
     * @param outcome the outcome, such as {@code accepted} or {@code skipped}
     */
    public static void sent(String gateway, String outcome) {
        Counter.builder(SENDS)
                .description("Messages by gateway and outcome")
                .tag("gateway", gateway)
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** Records the time until a vendor responded or the request failed. */
    public static void answered(String gateway, Duration latency) {
        Timer.builder(LATENCY)
                .description("Response times of vendors")
                .tag("gateway", gateway)
                .serviceLevelObjectives(LATENCY_BUCKETS)
                .register(Metrics.globalRegistry)
                .record(latency);
    }

    /** Registers a gauge for the messages waiting in a gateway's queue, read at each scrape. */
    public static void queue(String gateway, IntSupplier waiting) {
        Gauge.builder(QUEUE, waiting, IntSupplier::getAsInt)
                .description("Messages waiting to be sent")
                .tag("gateway", gateway)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    /**
     * Registers a gauge for the tenants whose messages skip a gateway, read at each scrape.
     *
     * @param state state of their circuit breakers: {@code open} or {@code half_open}
     */
    public static void breakers(String gateway, String state, IntSupplier tenants) {
        Gauge.builder(BREAKER_TENANTS, tenants, IntSupplier::getAsInt)
                .description("Tenants whose messages skip a gateway, by state of the circuit breaker")
                .tag("gateway", gateway)
                .tag("state", state)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    /** Counts a state change of a gateway's circuit breaker. */
    public static void breakerChanged(String gateway, String to) {
        Counter.builder(TRANSITIONS)
                .description("State changes of circuit breakers")
                .tag("gateway", gateway)
                .tag("to", to)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** Counts messages that were waiting when the server stopped, or that arrived during shutdown. */
    public static void dropped(String gateway, int count) {
        Counter.builder(DROPPED)
                .description("Messages not sent because the server stopped")
                .tag("gateway", gateway)
                .register(Metrics.globalRegistry)
                .increment(count);
    }

    /**
     * Counts a message refused before it reached a gateway.
     *
     * @param limit the limit that was reached: {@code login}, {@code user}, {@code number}, {@code address},
     *              {@code tenant}, {@code queue} …
     */
    public static void refused(String limit) {
        Counter.builder(REFUSED)
                .description("Messages refused, by the limit reached")
                .tag("limit", limit)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /**
     * Counts an entry for a factor.
     *
     * @param factor  type of the factor: {@code sms-otp}, {@code otp} or {@code backup-codes}
     * @param outcome the outcome, such as {@code accepted} or {@code wrong}
     */
    public static void verified(String factor, String outcome) {
        Counter.builder(VERIFICATIONS)
                .description("Entries by factor and outcome")
                .tag("factor", factor)
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** Counts a login that the exit check stopped. */
    public static void countStoppedLogin() {
        Counter.builder(STOPPED)
                .description("Logins stopped at the exit because a second factor was missing")
                .register(Metrics.globalRegistry)
                .increment();
    }
}
