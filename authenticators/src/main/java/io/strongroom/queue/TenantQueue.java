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
 * Runs tasks for many tenants on a few threads, with a bounded queue. Each tenant gets only a share of the threads
 * and the queue, so that one tenant's hanging tasks do not block the others.
 */
public final class TenantQueue {

    private final Executor pool;
    private final TenantQuota quota;
    private final Map<String, TenantBacklog<Task>> backlogs = new HashMap<>();
    private final Set<Task> notStarted = new LinkedHashSet<>();
    private int unfinished;

    /**
     * @param threads     size of the pool, at least 1
     * @param queueSize   maximum number of tasks waiting for a thread, across all tenants
     * @param share       one tenant's maximum share of threads and queue, in percent, 1 to 100; rounded up
     * @param isThrottled tests whether a tenant is currently limited to half of its threads; it is called often and
     *                    must not block
     */
    public TenantQueue(Executor pool, int threads, int queueSize, int share, Predicate<String> isThrottled) {
        this.pool = pool;
        this.quota = new TenantQuota(threads, queueSize, share, isThrottled);
    }

    /**
     * Reserves a slot for a tenant, to be used by {@link #run} or released.
     *
     * @return false if no slot is free for the tenant
     */
    public synchronized boolean reserve(String tenant) {
        return quota.reserve(tenant);
    }

    /** Releases a reserved slot without using it. */
    public synchronized void release(String tenant) {
        quota.release(tenant);
    }

    /**
     * Runs work in a reserved slot, and releases the slot afterwards.
     *
     * @param onDrop runs instead if the work is dropped before it starts
     * @return false if the pool has stopped and the work was dropped immediately
     */
    public boolean run(String tenant, Runnable work, Runnable onDrop) {
        Task task = new Task(tenant, work, onDrop);
        synchronized (this) {
            unfinished++;
            notStarted.add(task);
            task.hasThread = backlogs.computeIfAbsent(tenant, name -> new TenantBacklog<>())
                    .add(task, quota.threadsOf(tenant));
            if (!task.hasThread) {
                return true;
            }
        }
        return task.submit();
    }

    /** Reserves a slot and runs work in it. Returns false if no slot is free or the pool has stopped. */
    public boolean offer(String tenant, Runnable work) {
        return reserve(tenant) && run(tenant, work, () -> {});
    }

    /** Returns the number of tasks that have not started. */
    public synchronized int waiting() {
        return notStarted.size();
    }

    /** Returns the number of running tasks. */
    public synchronized int running() {
        return unfinished - notStarted.size();
    }

    /** Waits until all tasks have finished. Returns false if the time limit is exceeded. */
    public synchronized boolean awaitIdle(Duration timeout) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        for (long left = timeout.toNanos(); unfinished > 0 && left > 0; left = end - System.nanoTime()) {
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
        return unfinished == 0;
    }

    /** Drops the tasks that have not started, and returns their number. */
    public int dropWaiting() {
        List<Task> waiting;
        synchronized (this) {
            waiting = List.copyOf(notStarted);
            backlogs.values().forEach(TenantBacklog::clear);
        }
        return (int) waiting.stream().filter(Task::drop).count();
    }

    private final class Task implements Runnable {

        private final String tenant;
        private final Runnable work;
        private final Runnable onDrop;

        /** Whether the task occupies one of its tenant's threads, or has been submitted to the pool to get one. */
        private boolean hasThread;

        Task(String tenant, Runnable work, Runnable onDrop) {
            this.tenant = tenant;
            this.work = work;
            this.onDrop = onDrop;
        }

        boolean submit() {
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
            if (markStarted()) {
                execute(work);
            }
        }

        /** Drops the task. Returns false if it has already started. */
        boolean drop() {
            boolean dropped = markStarted();
            if (dropped) {
                execute(onDrop);
            }
            return dropped;
        }

        private boolean markStarted() {
            synchronized (TenantQueue.this) {
                return notStarted.remove(this);
            }
        }

        /** Releases the slot before passing an exception to the thread's handler. */
        private void execute(Runnable action) {
            try {
                executeAndRelease(action);
            } catch (RuntimeException e) {
                Thread thread = Thread.currentThread();
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }

        private void executeAndRelease(Runnable action) {
            try {
                action.run();
            } finally {
                finish();
            }
        }

        private void finish() {
            List<Task> startable;
            synchronized (TenantQueue.this) {
                startable = hasThread ? freeThread() : List.of();
                unfinished--;
                quota.release(tenant);
                TenantQueue.this.notifyAll();
            }
            startable.forEach(Task::submit);
        }

        /** Frees this task's thread, and returns the tenant's tasks that may run now. */
        private List<Task> freeThread() {
            TenantBacklog<Task> backlog = backlogs.get(tenant);
            List<Task> startable = backlog.finishOne(quota.threadsOf(tenant));
            startable.forEach(task -> task.hasThread = true);
            if (backlog.isIdle()) {
                backlogs.remove(tenant);
            }
            return startable;
        }
    }
}
