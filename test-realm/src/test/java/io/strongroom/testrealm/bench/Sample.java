package io.strongroom.testrealm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Measured durations. Several threads may add to it. */
final class Sample {
    private final List<Duration> durations = Collections.synchronizedList(new ArrayList<>());

    /** Runs the action and records its duration. */
    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        durations.add(Duration.ofNanos(System.nanoTime() - start));
    }

    int size() {
        return durations.size();
    }

    /** @param percent 1 to 100 */
    Duration percentile(int percent) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** Returns the ratio of this sample's percentile to the other's. */
    double ratio(Sample other, int percent) {
        return (double) percentile(percent).toNanos()
                / other.percentile(percent).toNanos();
    }

    @Override
    public String toString() {
        return "%d: p50 %d ms, p95 %d ms"
                .formatted(size(), percentile(50).toMillis(), percentile(95).toMillis());
    }
}
