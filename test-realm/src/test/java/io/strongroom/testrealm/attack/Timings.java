package io.strongroom.testrealm.attack;

import java.util.List;
import java.util.Locale;

/**
 * The durations of two operations, measured alternately and several times. A busy machine slows down both. A few
 * statements more or less make no difference; hashing a password or calling a vendor for only one of them does.
 */
record Timings(List<Long> one, List<Long> other) {
    private static final double NEARLY_ALWAYS = 0.95;
    private static final double MUCH = 3;

    /** Returns whether one of them takes much longer in nearly all pairs. */
    boolean tellApart() {
        double longer = longer();
        double ratio = (double) median(one) / median(other);
        return longer >= NEARLY_ALWAYS && ratio >= MUCH || longer <= 1 - NEARLY_ALWAYS && ratio <= 1 / MUCH;
    }

    /** Returns the probability that one takes longer than the other (Mann-Whitney U, over all pairs). */
    private double longer() {
        double wins = 0;
        for (long mine : one) {
            for (long theirs : other) {
                wins += mine > theirs ? 1 : mine == theirs ? 0.5 : 0;
            }
        }
        return wins / (one.size() * other.size());
    }

    private static long median(List<Long> times) {
        return Math.max(1, times.stream().sorted().toList().get(times.size() / 2));
    }

    @Override
    public String toString() {
        return "medians of %d and %d µs; the one is longer in %.0f %% of all pairs"
                .formatted(median(one), median(other), longer() * 100)
                .toLowerCase(Locale.ROOT);
    }
}
