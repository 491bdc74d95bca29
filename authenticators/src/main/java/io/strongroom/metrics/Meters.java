package io.strongroom.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.IntSupplier;

/** Counts. Cheap, and without effect where the server runs without metrics. Values of tags come from code, never from input. */
public final class Meters {

    static final String SENDS = "strongroom.sms.sends";
    static final String LATENCY = "strongroom.sms.latency";
    static final String QUEUE = "strongroom.sms.queue";
    static final String SKIPPING = "strongroom.sms.breaker.tenants";
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
     * A message was given to a gateway, or would have been.
     *
     * @param outcome such as {@code accepted}, {@code skipped}
     */
    public static void sent(String gateway, String outcome) {
        Counter.builder(SENDS)
                .description("Messages by gateway and what became of them there")
                .tag("gateway", gateway)
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** How long a vendor took to answer, or not to. */
    public static void answered(String gateway, Duration latency) {
        Timer.builder(LATENCY)
                .description("How long vendors take")
                .tag("gateway", gateway)
                .serviceLevelObjectives(LATENCY_BUCKETS)
                .register(Metrics.globalRegistry)
                .record(latency);
    }

    /** Messages that wait for a thread of the gateway's lane; read at each scrape. */
    public static void queue(String gateway, IntSupplier waiting) {
        Gauge.builder(QUEUE, waiting, IntSupplier::getAsInt)
                .description("Messages that wait to be sent")
                .tag("gateway", gateway)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    /**
     * How many tenants' messages pass a gateway by; read at each scrape.
     *
     * @param state of their circuit breakers: {@code open}, {@code half_open}
     */
    public static void breakers(String gateway, String state, IntSupplier tenants) {
        Gauge.builder(SKIPPING, tenants, IntSupplier::getAsInt)
                .description("Tenants for which a gateway is passed by")
                .tag("gateway", gateway)
                .tag("state", state)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }

    /** A circuit breaker of a gateway changed its state. */
    public static void breakerChanged(String gateway, String to) {
        Counter.builder(TRANSITIONS)
                .description("Changes of circuit breakers")
                .tag("gateway", gateway)
                .tag("to", to)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** Messages that were waiting when the server stopped, or came while it did. */
    public static void dropped(String gateway, int count) {
        Counter.builder(DROPPED)
                .description("Messages not sent because the server stopped")
                .tag("gateway", gateway)
                .register(Metrics.globalRegistry)
                .increment(count);
    }

    /**
     * A message was refused before it got to a gateway.
     *
     * @param limit which one was reached: {@code login}, {@code user}, {@code number}, {@code address}, {@code tenant},
     *     {@code queue} …
     */
    public static void refused(String limit) {
        Counter.builder(REFUSED)
                .description("Messages refused, by the limit reached")
                .tag("limit", limit)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /**
     * Something was entered for a factor.
     *
     * @param factor  {@code sms-otp}, {@code otp}, {@code backup-codes}
     * @param outcome such as {@code accepted}, {@code wrong}
     */
    public static void verified(String factor, String outcome) {
        Counter.builder(VERIFICATIONS)
                .description("Entries by factor and outcome")
                .tag("factor", factor)
                .tag("outcome", outcome)
                .register(Metrics.globalRegistry)
                .increment();
    }

    /** The exit stopped a login that the guard had not. */
    public static void stoppedAtExit() {
        Counter.builder(STOPPED)
                .description("Logins stopped where they end, because a second factor was missing")
                .register(Metrics.globalRegistry)
                .increment();
    }
}
