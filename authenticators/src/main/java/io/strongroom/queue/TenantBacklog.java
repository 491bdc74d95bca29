package io.strongroom.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** One tenant's tasks: the number of running tasks, and the tasks that wait. Not thread-safe. */
final class TenantBacklog<T> {

    private final Queue<T> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Adds a task.
     *
     * @param threads number of the tenant's tasks that may run now
     * @return true if the task may run now, false if it waits
     */
    boolean add(T task, int threads) {
        if (running >= threads) {
            waiting.add(task);
            return false;
        }
        running++;
        return true;
    }

    /**
     * Removes a finished task, and returns the tasks that may run now. There may be none if the number of threads
     * has decreased, and several if it has increased.
     */
    List<T> finishOne(int threads) {
        List<T> startable = new ArrayList<>();
        running--;
        while (running < threads && !waiting.isEmpty()) {
            startable.add(waiting.remove());
            running++;
        }
        return startable;
    }

    boolean isIdle() {
        return running == 0;
    }

    void clear() {
        waiting.clear();
    }
}
