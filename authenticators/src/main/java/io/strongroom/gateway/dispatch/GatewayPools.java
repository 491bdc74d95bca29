package io.strongroom.gateway.dispatch;

import io.strongroom.metrics.Meters;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One {@link GatewayPool} for each gateway that is installed. */
final class GatewayPools {

    private final Map<String, GatewayPool> pools;
    private final String serverDefault;

    /**
     * @param serverDefault provider id, or null: none
     * @param isNarrow      of a gateway and a tenant: whether it gets half of its threads only, for the time being
     */
    GatewayPools(
            Collection<String> gateways, String serverDefault, PoolSize size, BiPredicate<String, String> isNarrow) {
        this.serverDefault = serverDefault;
        this.pools = gateways.stream()
                .map(gateway -> new GatewayPool(gateway, size, tenant -> isNarrow.test(gateway, tenant)))
                .collect(Collectors.toUnmodifiableMap(GatewayPool::gateway, Function.identity()));
        pools.values().forEach(pool -> Meters.queue(pool.gateway(), pool::waiting));
    }

    String serverDefault() {
        return serverDefault;
    }

    Optional<GatewayPool> of(String gateway) {
        return Optional.ofNullable(pools.get(gateway));
    }

    /** Gives all pools together so long to empty themselves. */
    void close(Duration atMost) {
        pools.values().forEach(GatewayPool::close);
        long end = System.nanoTime() + atMost.toNanos();
        pools.values().forEach(pool -> pool.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
    }
}
