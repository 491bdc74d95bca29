package io.strongroom.queue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/** A tenant's work: how much of it has a thread, and what waits for one. Not for several threads at once. */
final class TenantBacklog<T> {

    private final Queue<T> waiting = new ArrayDeque<>();
    private int running;

    /** @return whether it gets one of so many threads; else it waits */
    boolean enter(T work, int threads) {
        if (running >= threads) {
            waiting.add(work);
            return false;
        }
        running++;
        return true;
    }

    /** What gets a thread when one is done: nothing where there are fewer threads by now, several where there are more. */
    List<T> next(int threads) {
        List<T> next = new ArrayList<>();
        running--;
        while (running < threads && !waiting.isEmpty()) {
            next.add(waiting.remove());
            running++;
        }
        return next;
    }

    boolean isIdle() {
        return running == 0;
    }

    void clear() {
        waiting.clear();
    }
}
