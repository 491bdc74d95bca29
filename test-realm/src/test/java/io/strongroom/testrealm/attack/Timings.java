package io.strongroom.testrealm.attack;

import java.util.List;
import java.util.Locale;

/**
 * How long two things took, each several times, by turns. A machine that is busy slows down both, and a few statements more or less
 * are no difference: a password that is hashed for one only, or a vendor who is called for one only, is.
 */
record Timings(List<Long> one, List<Long> other) {
    private static final double NEARLY_ALWAYS = 0.95;
    private static final double MUCH = 3;

    /** Whether one of them takes much longer, and nearly always so. */
    boolean tellApart() {
        double longer = longer();
        double ratio = (double) median(one) / median(other);
        return longer >= NEARLY_ALWAYS && ratio >= MUCH || longer <= 1 - NEARLY_ALWAYS && ratio <= 1 / MUCH;
    }

    /** How probable it is that the one takes longer than the other (Mann and Whitney's U, of all pairs). */
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
