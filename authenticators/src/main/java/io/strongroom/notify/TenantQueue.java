package io.strongroom.notify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;

/**
 * Work for a few threads, with room for a bounded amount. No tenant gets more than half of the threads, nor of the room, so
 * that one whose mail server hangs does not keep the others' mails.
 */
final class TenantQueue {

    private static final Logger LOG = Logger.getLogger(TenantQueue.class);

    private final Executor pool;
    private final int runningAtMost;
    private final int waitingAtMost;
    private final int room;
    private final Map<String, Lane> lanes = new HashMap<>();
    private int waiting;

    /**
     * @param threads of the pool, at least 1
     * @param room    how many may wait, at least 1
     */
    TenantQueue(Executor pool, int threads, int room) {
        this.pool = pool;
        this.runningAtMost = (threads + 1) / 2;
        this.waitingAtMost = (room + 1) / 2;
        this.room = room;
    }

    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    /** @return false where there is no room: nothing was taken */
    synchronized boolean offer(String tenant, Runnable work) {
        Lane lane = lanes.computeIfAbsent(tenant, name -> new Lane());
        if (lane.running < runningAtMost) {
            lane.running++;
            return start(tenant, lane, work);
        }
        if (waiting == room || lane.waiting.size() == waitingAtMost) {
            return false;
        }
        waiting++;
        return lane.waiting.add(work);
    }

    private boolean start(String tenant, Lane lane, Runnable work) {
        try {
            pool.execute(() -> run(tenant, lane, work));
            return true;
        } catch (RejectedExecutionException stopping) {
            leave(tenant, lane);
            return false;
        }
    }

    private void run(String tenant, Lane lane, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("a mail could not be made", e);
        } finally {
            next(tenant, lane);
        }
    }

    private synchronized void next(String tenant, Lane lane) {
        Runnable next = lane.waiting.poll();
        if (next == null) {
            leave(tenant, lane);
        } else {
            waiting--;
            start(tenant, lane, next);
        }
    }

    private void leave(String tenant, Lane lane) {
        lane.running--;
        if (lane.running == 0) {
            waiting -= lane.waiting.size();
            lanes.remove(tenant);
            notifyAll();
        }
    }

    /** Waits until all is done, but not longer than that. */
    synchronized void awaitIdle(Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        for (long left = atMost.toNanos(); !lanes.isEmpty() && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }
}
