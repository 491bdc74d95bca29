package io.strongroom.gateway.dispatch;

import io.strongroom.metrics.Meters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Threads and a queue for one gateway, both bounded, so that a vendor that is slow holds up its own messages only. Threads
 * that have nothing to do end.
 */
final class Lane {

    private static final Logger LOG = Logger.getLogger(Lane.class);
    private static final Duration IDLE = Duration.ofSeconds(30);

    private final String gateway;
    private final Semaphore places;
    private final ThreadPoolExecutor pool;

    /**
     * @param threads messages being sent at a time
     * @param queue   messages waiting for that
     */
    Lane(String gateway, int threads, int queue) {
        AtomicInteger number = new AtomicInteger();
        this.gateway = gateway;
        this.places = new Semaphore(threads + queue);
        this.pool = new ThreadPoolExecutor(
                threads, threads, IDLE.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "strongroom-" + gateway + "-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
    }

    String gateway() {
        return gateway;
    }

    /** Messages that wait for a thread. */
    int waiting() {
        return pool.getQueue().size();
    }

    /** Takes a place, to be run on or given back. False where none is free, or the server stops. */
    boolean take() {
        return !pool.isShutdown() && places.tryAcquire();
    }

    void giveBack() {
        places.release();
    }

    /**
     * Uses the place that was taken.
     *
     * @param work    runs on a thread of the lane
     * @param dropped runs in its stead where the server stops first
     */
    void run(Runnable work, Runnable dropped) {
        Ride ride = new Ride(work, dropped);
        try {
            pool.execute(ride);
        } catch (RejectedExecutionException stopping) {
            drop(List.of(ride));
        }
    }

    /** Takes no more; what is in it goes on. */
    void close() {
        pool.shutdown();
    }

    /** Waits for what is in it, and drops what has not begun by then. */
    void awaitEnd(Duration atMost) {
        try {
            if (!pool.awaitTermination(Math.max(0, atMost.toMillis()), TimeUnit.MILLISECONDS)) {
                int sending = pool.getActiveCount();
                List<Runnable> left = pool.shutdownNow();
                LOG.warnf(
                        "gateway %s: the server stops; %d text messages were dropped, %d were being sent",
                        gateway, left.size(), sending);
                drop(left.stream().map(Ride.class::cast).toList());
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void drop(List<Ride> rides) {
        Meters.dropped(gateway, rides.size());
        rides.forEach(Ride::drop);
    }

    private final class Ride implements Runnable {

        private final Runnable work;
        private final Runnable dropped;

        Ride(Runnable work, Runnable dropped) {
            this.work = work;
            this.dropped = dropped;
        }

        @Override
        public void run() {
            finish(work);
        }

        void drop() {
            finish(dropped);
        }

        private void finish(Runnable last) {
            try {
                last.run();
            } finally {
                places.release();
            }
        }
    }
}
