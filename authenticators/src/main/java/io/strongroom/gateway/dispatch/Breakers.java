package io.strongroom.gateway.dispatch;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.strongroom.gateway.SendResult;
import io.strongroom.log.Log;
import io.strongroom.metrics.Meters;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A circuit breaker for each gateway of each tenant: accounts can be a tenant's own, and one that is bad must not cost the
 * others their gateway. Breakers need no thread: who comes first after the wait is the probe.
 */
final class Breakers {

    /** Of the last so many messages. */
    private static final int WINDOW = 20;

    private static final int FEWEST = 10;
    private static final int PROBES = 3;
    private static final float FAILED_PERCENT = 50;
    private static final float SLOW_PERCENT = 80;
    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration WAIT = Duration.ofSeconds(30);
    private static final Log LOG = Log.of(Breakers.class);

    private final ConcurrentMap<Key, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    Breakers(Clock clock) {
        config = CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(WINDOW, FEWEST, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILED_PERCENT)
                .slowCallRateThreshold(SLOW_PERCENT)
                .slowCallDurationThreshold(SLOW)
                .waitDurationInOpenState(WAIT)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordResult(result -> result instanceof SendResult.NotSent || result instanceof SendResult.Uncertain)
                .build();
    }

    private record Key(String gateway, String realmId) {}

    /** Makes the gateways' state visible in the metrics. */
    void publish(Collection<String> gateways) {
        gateways.forEach(gateway -> {
            Meters.breakers(gateway, word(State.OPEN), () -> count(gateway, State.OPEN));
            Meters.breakers(gateway, word(State.HALF_OPEN), () -> count(gateway, State.HALF_OPEN));
        });
    }

    /**
     * Asks to use a gateway.
     *
     * @param tenant  the realm's name, for the log
     * @param lastGateway whether no other gateway is left: it is used then, by fewer threads, since a breaker that refuses would be the
     *     outage
     * @return empty where the gateway has failed too often lately
     */
    Optional<Permission> enter(String gateway, String realmId, String tenant, boolean lastGateway) {
        CircuitBreaker breaker =
                breakers.computeIfAbsent(new Key(gateway, realmId), key -> make(key.gateway(), tenant));
        boolean permitted = breaker.tryAcquirePermission();
        return permitted || lastGateway ? Optional.of(new Permission(breaker, permitted)) : Optional.empty();
    }

    /** Whether a gateway has failed a tenant too often lately, and has not been found to do again. */
    boolean isOpen(String gateway, String realmId) {
        CircuitBreaker breaker = breakers.get(new Key(gateway, realmId));
        return breaker != null && breaker.getState() != State.CLOSED;
    }

    /** Forgets a tenant that is gone. */
    void forget(String realmId) {
        breakers.keySet().removeIf(key -> key.realmId().equals(realmId));
    }

    private CircuitBreaker make(String gateway, String tenant) {
        CircuitBreaker breaker = CircuitBreaker.of(gateway, config);
        breaker.getEventPublisher().onStateTransition(event -> {
            State to = event.getStateTransition().getToState();
            Meters.breakerChanged(gateway, word(to));
            LOG.warnf("gateway %s of tenant %s %s", gateway, tenant, meaning(to));
        });
        return breaker;
    }

    private int count(String gateway, State state) {
        return (int) breakers.entrySet().stream()
                .filter(entry -> entry.getKey().gateway().equals(gateway)
                        && entry.getValue().getState() == state)
                .count();
    }

    private static String meaning(State to) {
        return switch (to) {
            case OPEN ->
                "fails or takes too long: for " + WAIT.toSeconds()
                        + " s messages go by the second gateway or, where there is none, fewer at a time";
            case HALF_OPEN -> "is tried with " + PROBES + " messages";
            default -> "is used as before";
        };
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The use of a gateway for one message; given back unused unless it is told how it went. */
    static final class Permission implements AutoCloseable {

        private final CircuitBreaker breaker;
        private boolean told;

        /** @param permitted whether the breaker counts this use */
        private Permission(CircuitBreaker breaker, boolean permitted) {
            this.breaker = breaker;
            this.told = !permitted;
        }

        /** What an administrator has to mend says nothing about the vendor. */
        void ended(SendResult result, Duration took) {
            if (!told && !(result instanceof SendResult.Misconfigured)) {
                told = true;
                breaker.onResult(took.toNanos(), breaker.getTimestampUnit(), result);
            }
        }

        @Override
        public void close() {
            if (!told) {
                breaker.releasePermission();
            }
        }
    }
}
