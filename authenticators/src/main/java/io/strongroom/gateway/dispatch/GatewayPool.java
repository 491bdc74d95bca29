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
 * A gateway's bounded threads and bounded queue, so that a slow vendor delays only its own messages. Each tenant gets
 * only a share of both, so that a problem with one tenant's account does not affect other tenants. Idle threads end.
 */
final class GatewayPool {

    private static final Log LOG = Log.of(GatewayPool.class);
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

    private final String gateway;
    private final Semaphore places;
    private final ThreadPoolExecutor pool;
    private final TenantQueue queue;
    private volatile boolean closed;

    /** @param isThrottled tests whether a tenant is currently limited to half of its threads */
    GatewayPool(String gateway, PoolSize size, Predicate<String> isThrottled) {
        AtomicInteger number = new AtomicInteger();
        int threads = size.threads();
        this.gateway = gateway;
        this.places = new Semaphore(threads + size.queue());
        this.pool = new ThreadPoolExecutor(
                threads, threads, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "strongroom-" + gateway + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        this.queue = new TenantQueue(pool, threads, size.queue(), size.share(), isThrottled);
    }

    String gateway() {
        return gateway;
    }

    /** Returns the number of messages waiting for a thread. */
    int waiting() {
        return queue.waiting();
    }

    /**
     * Reserves a slot for a tenant, to be used by {@link #run} or released.
     *
     * @return false if no slot is free for the tenant, or the server is stopping
     */
    boolean reserve(String tenant) {
        if (closed || !places.tryAcquire()) {
            return false;
        }
        boolean reserved = queue.reserve(tenant);
        if (!reserved) {
            places.release();
        }
        return reserved;
    }

    void release(String tenant) {
        queue.release(tenant);
        places.release();
    }

    /**
     * Runs work in a reserved slot, and releases the slot afterwards.
     *
     * @param work   runs on a thread from the pool
     * @param onDrop runs instead if the server stops before the work starts
     */
    void run(String tenant, Runnable work, Runnable onDrop) {
        if (closed) {
            Meters.dropped(gateway, 1);
            release(tenant);
            onDrop.run();
        } else {
            queue.run(tenant, () -> runAndRelease(work), () -> runAndRelease(onDrop));
        }
    }

    private void runAndRelease(Runnable work) {
        try {
            work.run();
        } finally {
            places.release();
        }
    }

    /** Stops accepting messages. Messages that were already accepted are still sent. */
    void close() {
        closed = true;
    }

    /**
     * Waits until all messages are sent, and drops messages that have not been started when the time limit is
     * reached.
     */
    void drain(Duration timeout) {
        try {
            if (!queue.awaitIdle(timeout)) {
                int sending = queue.running();
                int dropped = queue.dropWaiting();
                Meters.dropped(gateway, dropped);
                LOG.warnf(
                        "gateway %s: the server is stopping; %d text messages were dropped, %d were being sent",
                        gateway, dropped, sending);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.shutdownNow();
    }
}
