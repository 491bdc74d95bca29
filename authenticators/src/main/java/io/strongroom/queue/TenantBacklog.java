package io.strongroom.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** One tenant's tasks: the number of running ones, and those that wait. Not thread-safe. */
final class TenantBacklog<T> {

    private final Queue<T> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Adds a task.
     *
     * @param threads how many tasks of the tenant may run now
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
     * Removes a finished task, and returns the tasks that may run now: none if the number of threads has shrunk, several if it
     * has grown.
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
