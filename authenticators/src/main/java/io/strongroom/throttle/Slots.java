package io.strongroom.throttle;

import java.util.function.IntPredicate;

/** Slots that are taken in order. */
final class Slots {

    private Slots() {}

    /**
     * How many are taken, found by halving instead of counting: it looks at twice the logarithm of that many. Where one in between
     * was given back, it may find less, and that one is the next to be taken.
     *
     * @param isTaken of a slot, from 0
     */
    static int taken(IntPredicate isTaken) {
        int free = 1;
        while (isTaken.test(free - 1)) {
            free *= 2;
        }
        int taken = free / 2;
        while (taken + 1 < free) {
            int middle = (taken + free) >>> 1;
            if (isTaken.test(middle - 1)) {
                taken = middle;
            } else {
                free = middle;
            }
        }
        return taken;
    }
}
