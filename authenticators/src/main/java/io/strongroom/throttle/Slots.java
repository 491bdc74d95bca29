package io.strongroom.throttle;

import java.util.function.IntPredicate;

/** Counts the taken slots of a limit whose slots are taken in order. */
final class Slots {

    private Slots() {}

    /**
     * Returns the number of taken slots by binary search, in about 2 log n look-ups. If a slot before the last
     * taken one has been released, the result may be that slot's index instead.
     *
     * @param isTaken tests whether the slot with this index, starting from 0, is taken
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
