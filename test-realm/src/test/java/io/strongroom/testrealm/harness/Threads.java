package io.strongroom.testrealm.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs calls in parallel. */
public final class Threads {
    private Threads() {}

    /** One thread for each call. Results in the order of the calls. */
    public static <T> List<T> atOnce(List<? extends Callable<T>> calls) throws Exception {
        return all(calls.size(), calls);
    }

    /** Results in the order of the calls. */
    public static <T> List<T> all(int atOnce, List<? extends Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(atOnce);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
