package io.strongroom.gateway.dispatch;

/**
 * The size of a {@link GatewayPool}. Out-of-range values are clamped.
 *
 * @param threads maximum number of messages sent at the same time, at least 1
 * @param queue   maximum number of messages waiting for a thread, at least 0
 * @param share   one tenant's maximum share of threads and queue, in percent, 1 to 100
 */
record PoolSize(int threads, int queue, int share) {

    PoolSize {
        threads = Math.max(1, threads);
        queue = Math.max(0, queue);
        share = Math.min(100, Math.max(1, share));
    }
}
