package io.strongroom.gateway.dispatch;

import io.strongroom.metrics.Meters;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds one {@link GatewayPool} for each installed gateway. */
final class GatewayPools {

    private final Map<String, GatewayPool> pools;
    private final String serverDefault;

    /**
     * @param serverDefault id of the default gateway; null if there is none
     * @param size          size of each pool
     * @param isThrottled   tests whether a gateway currently limits a tenant to half of its threads
     */
    GatewayPools(
            Collection<String> gateways, String serverDefault, PoolSize size, BiPredicate<String, String> isThrottled) {
        this.serverDefault = serverDefault;
        this.pools = gateways.stream()
                .map(gateway -> new GatewayPool(gateway, size, tenant -> isThrottled.test(gateway, tenant)))
                .collect(Collectors.toUnmodifiableMap(GatewayPool::gateway, Function.identity()));
        pools.values().forEach(pool -> Meters.queue(pool.gateway(), pool::waiting));
    }

    String serverDefault() {
        return serverDefault;
    }

    Optional<GatewayPool> of(String gateway) {
        return Optional.ofNullable(pools.get(gateway));
    }

    /** Closes all pools and waits until they are empty, up to a shared time limit. */
    void close(Duration timeout) {
        pools.values().forEach(GatewayPool::close);
        long end = System.nanoTime() + timeout.toNanos();
        pools.values().forEach(pool -> pool.drain(Duration.ofNanos(end - System.nanoTime())));
    }
}
