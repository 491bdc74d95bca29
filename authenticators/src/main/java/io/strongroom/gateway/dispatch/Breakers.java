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
 * The circuit breakers, one per gateway and tenant, because tenants may have their own accounts and a failing
 * account must not block the gateway for other tenants. Breakers need no threads of their own: the first messages
 * after the wait serve as probes.
 */
final class Breakers {

    /** Number of recent messages used to compute rates. */
    private static final int WINDOW = 20;

    private static final int MIN_CALLS = 10;
    private static final int PROBES = 3;
    private static final float FAILURE_RATE_PERCENT = 50;
    private static final float SLOW_RATE_PERCENT = 80;
    private static final Duration SLOW_CALL = Duration.ofSeconds(3);
    private static final Duration OPEN_TIME = Duration.ofSeconds(30);
    private static final Log LOG = Log.of(Breakers.class);

    private final ConcurrentMap<Key, CircuitBreaker> breakers = new ConcurrentHashMap<>();
    private final CircuitBreakerConfig config;

    Breakers(Clock clock) {
        config = CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindow(WINDOW, MIN_CALLS, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(FAILURE_RATE_PERCENT)
                .slowCallRateThreshold(SLOW_RATE_PERCENT)
                .slowCallDurationThreshold(SLOW_CALL)
                .waitDurationInOpenState(OPEN_TIME)
                .permittedNumberOfCallsInHalfOpenState(PROBES)
                .recordResult(result -> result instanceof SendResult.NotSent || result instanceof SendResult.Uncertain)
                .build();
    }

    private record Key(String gateway, String realmId) {}

    /** Registers gauges for each gateway's number of open and half-open breakers. */
    void registerMetrics(Collection<String> gateways) {
        gateways.forEach(gateway -> {
            Meters.breakers(gateway, tag(State.OPEN), () -> count(gateway, State.OPEN));
            Meters.breakers(gateway, tag(State.HALF_OPEN), () -> count(gateway, State.HALF_OPEN));
        });
    }

    /**
     * Acquires permission to send one message through a gateway.
     *
     * @param tenant      the realm's name, for the log
     * @param lastGateway whether no other gateway is left; permission is then always granted, because otherwise the
     *                    breaker would cause an outage itself
     * @return empty if the gateway has failed too often recently
     */
    Optional<Permission> acquire(String gateway, String realmId, String tenant, boolean lastGateway) {
        CircuitBreaker breaker =
                breakers.computeIfAbsent(new Key(gateway, realmId), key -> create(key.gateway(), tenant));
        boolean permitted = breaker.tryAcquirePermission();
        return permitted || lastGateway ? Optional.of(new Permission(breaker, permitted)) : Optional.empty();
    }

    /** Returns whether the breaker is open or half open. */
    boolean isOpen(String gateway, String realmId) {
        CircuitBreaker breaker = breakers.get(new Key(gateway, realmId));
        return breaker != null && breaker.getState() != State.CLOSED;
    }

    /** Removes the breakers of a deleted tenant. */
    void remove(String realmId) {
        breakers.keySet().removeIf(key -> key.realmId().equals(realmId));
    }

    private CircuitBreaker create(String gateway, String tenant) {
        CircuitBreaker breaker = CircuitBreaker.of(gateway, config);
        breaker.getEventPublisher().onStateTransition(event -> {
            State to = event.getStateTransition().getToState();
            Meters.breakerChanged(gateway, tag(to));
            LOG.warnf("gateway %s of tenant %s %s", gateway, tenant, describe(to));
        });
        return breaker;
    }

    private int count(String gateway, State state) {
        return (int) breakers.entrySet().stream()
                .filter(entry -> entry.getKey().gateway().equals(gateway)
                        && entry.getValue().getState() == state)
                .count();
    }

    private static String describe(State to) {
        return switch (to) {
            case OPEN ->
                "fails too often or is too slow; for " + OPEN_TIME.toSeconds()
                        + " s messages use the fallback gateway or, if there is none, half of the threads";
            case HALF_OPEN -> "is being tried with " + PROBES + " messages";
            default -> "works again";
        };
    }

    /** Returns the state as reported in metrics. */
    private static String tag(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** The permission to send one message through a gateway. Closing it without a recorded result returns it unused. */
    static final class Permission implements AutoCloseable {

        private final CircuitBreaker breaker;
        private boolean settled;

        /** @param counted whether the breaker granted this permission and expects a result */
        private Permission(CircuitBreaker breaker, boolean counted) {
            this.breaker = breaker;
            this.settled = !counted;
        }

        /** Records the message's result, except "misconfigured", which does not indicate a vendor problem. */
        void record(SendResult result, Duration took) {
            if (!settled && !(result instanceof SendResult.Misconfigured)) {
                settled = true;
                breaker.onResult(took.toNanos(), breaker.getTimestampUnit(), result);
            }
        }

        @Override
        public void close() {
            if (!settled) {
                breaker.releasePermission();
            }
        }
    }
}
