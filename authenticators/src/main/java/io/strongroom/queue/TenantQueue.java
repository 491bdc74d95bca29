package io.strongroom.queue;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Work for a few threads, with room for a bounded amount. No tenant gets more than a share of the threads, nor of the room, so
 * that one whose work hangs does not keep the others'.
 */
public final class TenantQueue {

    private final Executor pool;
    private final TenantQuota places;
    private final Map<String, TenantBacklog<Task>> lanes = new HashMap<>();
    private final Set<Task> notBegun = new LinkedHashSet<>();
    private int underWay;

    /**
     * @param threads of the pool, at least 1
     * @param room    how many may wait for a thread of their tenant's share
     * @param share   what one tenant gets of the threads, and of the room, in percent, 1 to 100; rounded up
     * @param isNarrow whether a tenant gets half of its threads only, for the time being; asked often, and must not wait
     */
    public TenantQueue(Executor pool, int threads, int room, int share, Predicate<String> isNarrow) {
        this.pool = pool;
        this.places = new TenantQuota(threads, room, share, isNarrow);
    }

    /** Takes a place for a tenant, to be run on or given back. False where there is none. */
    public synchronized boolean take(String tenant) {
        return places.take(tenant);
    }

    /** The place that was taken is not needed. */
    public synchronized void giveBack(String tenant) {
        places.giveBack(tenant);
    }

    /**
     * Uses the place that was taken.
     *
     * @param dropped runs in the work's stead where it does not begin any more
     * @return false where the pool has stopped: it was dropped at once
     */
    public boolean run(String tenant, Runnable work, Runnable dropped) {
        Task ride = new Task(tenant, work, dropped);
        synchronized (this) {
            underWay++;
            notBegun.add(ride);
            ride.onThread =
                    lanes.computeIfAbsent(tenant, name -> new TenantBacklog<>()).enter(ride, places.threadsOf(tenant));
            if (!ride.onThread) {
                return true;
            }
        }
        return ride.start();
    }

    /** @return false where there is no room: nothing was taken */
    public boolean offer(String tenant, Runnable work) {
        return take(tenant) && run(tenant, work, () -> {});
    }

    /** How much waits for a thread. */
    public synchronized int waiting() {
        return notBegun.size();
    }

    /** How much is being worked on. */
    public synchronized int working() {
        return underWay - notBegun.size();
    }

    /** Waits until all is done, but not longer than that. False where something is left. */
    public synchronized boolean awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); underWay > 0 && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return underWay == 0;
    }

    /** Drops what has not begun, and says how much that was. */
    public int dropWaiting() {
        List<Task> left;
        synchronized (this) {
            left = List.copyOf(notBegun);
            lanes.values().forEach(TenantBacklog::clear);
        }
        return (int) left.stream().filter(Task::drop).count();
    }

    private final class Task implements Runnable {

        private final String tenant;
        private final Runnable work;
        private final Runnable dropped;

        /** Whether it is one of those of its tenant that have a thread, or wait for the next of the pool. */
        private boolean onThread;

        Task(String tenant, Runnable work, Runnable dropped) {
            this.tenant = tenant;
            this.work = work;
            this.dropped = dropped;
        }

        boolean start() {
            try {
                pool.execute(this);
                return true;
            } catch (RejectedExecutionException stopping) {
                drop();
                return false;
            }
        }

        @Override
        public void run() {
            if (begin()) {
                finish(work);
            }
        }

        /** False where it has begun. */
        boolean drop() {
            boolean mine = begin();
            if (mine) {
                finish(dropped);
            }
            return mine;
        }

        private boolean begin() {
            synchronized (TenantQueue.this) {
                return notBegun.remove(this);
            }
        }

        /** The place is free again before a failure is told, which is told as that of the thread. */
        private void finish(Runnable last) {
            try {
                run(last);
            } catch (RuntimeException e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }

        private void run(Runnable last) {
            try {
                last.run();
            } finally {
                next();
            }
        }

        private void next() {
            List<Task> next;
            synchronized (TenantQueue.this) {
                next = onThread ? passOn() : List.of();
                underWay--;
                places.giveBack(tenant);
                TenantQueue.this.notifyAll();
            }
            next.forEach(Task::start);
        }

        private List<Task> passOn() {
            TenantBacklog<Task> lane = lanes.get(tenant);
            List<Task> next = lane.next(places.threadsOf(tenant));
            next.forEach(ride -> ride.onThread = true);
            if (lane.isIdle()) {
                lanes.remove(tenant);
            }
            return next;
        }
    }
}
