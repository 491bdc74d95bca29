package io.strongroom.gateway.dispatch;

/**
 * How much a {@link GatewayPool} takes.
 *
 * @param threads messages being sent at a time, at least 1
 * @param queue   messages waiting for that
 * @param share   what one tenant gets of either, in percent, 1 to 100
 */
record PoolSize(int threads, int queue, int share) {

    PoolSize {
        threads = Math.max(1, threads);
        queue = Math.max(0, queue);
        share = Math.min(100, Math.max(1, share));
    }
}
