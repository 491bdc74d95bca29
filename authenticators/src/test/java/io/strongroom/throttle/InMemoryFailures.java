package io.strongroom.throttle;

import java.util.concurrent.atomic.AtomicInteger;

/** Failures that never expire. */
final class InMemoryFailures implements FailureStore {

    private final AtomicInteger failures = new AtomicInteger();

    @Override
    public int count() {
        return failures.get();
    }

    @Override
    public int add() {
        return failures.incrementAndGet();
    }

    @Override
    public void clear() {
        failures.set(0);
    }
}
