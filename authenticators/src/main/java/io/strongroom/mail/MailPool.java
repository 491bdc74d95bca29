package io.strongroom.mail;

import io.strongroom.log.Log;
import io.strongroom.queue.TenantQueue;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * Bounded threads and a bounded queue for sending e-mails. Each realm gets only a share of both, so that a realm's
 * hanging mail server does not block the others. Idle threads end.
 */
public final class MailPool {

    private static final Log LOG = Log.of(MailPool.class);

    /** One realm's maximum share of threads and queue, in percent. */
    private static final int SHARE = 50;

    private static final Predicate<String> NEVER_THROTTLED = realm -> false;

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(6);

    private final ThreadPoolExecutor pool;
    private final TenantQueue queue;

    /**
     * @param name    part of the threads' names
     * @param threads maximum number of e-mails sent at the same time
     * @param waiting maximum number of waiting e-mails
     */
    public MailPool(String name, int threads, int waiting) {
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads, threads, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "strongroom-" + name + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setUncaughtExceptionHandler(
                            (failed, cause) -> LOG.error("a mail could not be composed", cause));
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        queue = new TenantQueue(pool, threads, waiting, SHARE, NEVER_THROTTLED);
    }

    /** Runs work on a thread of the pool. Returns false if the queue is full for the realm or the server is stopping. */
    public boolean offer(String realmId, Runnable work) {
        return queue.offer(realmId, work);
    }

    /** Reserves a slot for a realm, to be used by {@link #run} or released. Returns false if none is free for it. */
    boolean reserve(String realmId) {
        return queue.reserve(realmId);
    }

    void release(String realmId) {
        queue.release(realmId);
    }

    /**
     * Runs work in a reserved slot, and releases the slot afterwards.
     *
     * @param onDrop runs instead if the server stops before the work starts
     */
    void run(String realmId, Runnable work, Runnable onDrop) {
        queue.run(realmId, work, onDrop);
    }

    /** Sends the waiting e-mails, and drops those that have not been started when the time limit is reached. */
    public void close() {
        try {
            queue.awaitIdle(SHUTDOWN_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.dropWaiting();
        pool.shutdownNow();
    }
}
