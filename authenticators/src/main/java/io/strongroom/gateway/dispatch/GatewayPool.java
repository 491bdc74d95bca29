package io.strongroom.gateway.dispatch;

import io.strongroom.log.Log;
import io.strongroom.metrics.Meters;
import io.strongroom.queue.TenantQueue;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Threads and a queue for one gateway, both bounded, so that a vendor that is slow holds up its own messages only; no tenant
 * gets more than a share of either, so that its account's bad day is not that of others. Threads that have nothing to do end.
 */
final class GatewayPool {

    private static final Log LOG = Log.of(GatewayPool.class);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final String gateway;
    private final Semaphore places;
    private final ThreadPoolExecutor pool;
    private final TenantQueue queue;
    private volatile boolean closed;

    /**
     * @param size     of this pool
     * @param isNarrow whether a tenant gets half of its threads only, for the time being
     */
    GatewayPool(String gateway, PoolSize size, Predicate<String> isNarrow) {
        AtomicInteger number = new AtomicInteger();
        int threads = size.threads();
        this.gateway = gateway;
        this.places = new Semaphore(threads + size.queue());
        this.pool = new ThreadPoolExecutor(
                threads, threads, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "strongroom-" + gateway + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.queue = new TenantQueue(pool, threads, size.queue(), size.share(), isNarrow);
    }

    String gateway() {
        return gateway;
    }

    /** Messages that wait for a thread. */
    int waiting() {
        return queue.waiting();
    }

    /** Takes a place for a tenant, to be run on or given back. False where none is free for it, or the server stops. */
    boolean take(String tenant) {
        if (closed || !places.tryAcquire()) {
            return false;
        }
        boolean taken = queue.take(tenant);
        if (!taken) {
            places.release();
        }
        return taken;
    }

    void giveBack(String tenant) {
        queue.giveBack(tenant);
        places.release();
    }

    /**
     * Uses the place that was taken.
     *
     * @param work    runs on a thread of the pool
     * @param dropped runs in its stead where the server stops first
     */
    void run(String tenant, Runnable work, Runnable dropped) {
        if (closed) {
            Meters.dropped(gateway, 1);
            giveBack(tenant);
            dropped.run();
        } else {
            queue.run(tenant, () -> finish(work), () -> finish(dropped));
        }
    }

    private void finish(Runnable last) {
        try {
            last.run();
        } finally {
            places.release();
        }
    }

    /** Takes no more; what is in it goes on. */
    void close() {
        closed = true;
    }

    /** Waits for what is in it, and drops what has not begun by then. */
    void awaitEnd(Duration atMost) {
        try {
            if (!queue.awaitIdle(atMost)) {
                int sending = queue.working();
                int dropped = queue.dropWaiting();
                Meters.dropped(gateway, dropped);
                LOG.warnf(
                        "gateway %s: the server stops; %d text messages were dropped, %d were being sent",
                        gateway, dropped, sending);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdownNow();
    }
}
