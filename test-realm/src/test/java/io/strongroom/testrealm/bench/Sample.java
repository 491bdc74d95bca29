package io.strongroom.testrealm.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long things took. May be added to by several threads. */
final class Sample {
    private final List<Duration> durations = Collections.synchronizedList(new ArrayList<>());

    /** Does something and notes how long it took. */
    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        durations.add(Duration.ofNanos(System.nanoTime() - start));
    }

    int size() {
        return durations.size();
    }

    /** @param percent 1 to 100, of the durations the smallest that so many do not exceed */
    Duration percentile(int percent) {
        List<Duration> sorted = durations.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    /** How many times as long this takes as another, at that percentile. */
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
