package io.strongroom.gateway.dispatch;

import io.strongroom.metrics.Meters;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One {@link Lane} for each gateway that is installed. */
final class Lanes {

    private final Map<String, Lane> lanes;
    private final String serverDefault;

    /**
     * @param serverDefault provider id, or null: none
     * @param isNarrow      of a gateway and a tenant: whether it gets half of its threads only, for the time being
     */
    Lanes(Collection<String> gateways, String serverDefault, LaneSize size, BiPredicate<String, String> isNarrow) {
        this.serverDefault = serverDefault;
        this.lanes = gateways.stream()
                .map(gateway -> new Lane(gateway, size, tenant -> isNarrow.test(gateway, tenant)))
                .collect(Collectors.toUnmodifiableMap(Lane::gateway, Function.identity()));
        lanes.values().forEach(lane -> Meters.queue(lane.gateway(), lane::waiting));
    }

    String serverDefault() {
        return serverDefault;
    }

    Optional<Lane> of(String gateway) {
        return Optional.ofNullable(lanes.get(gateway));
    }

    /** Gives all lanes together so long to empty themselves. */
    void close(Duration atMost) {
        lanes.values().forEach(Lane::close);
        long end = System.nanoTime() + atMost.toNanos();
        lanes.values().forEach(lane -> lane.awaitEnd(Duration.ofNanos(end - System.nanoTime())));
    }
}
