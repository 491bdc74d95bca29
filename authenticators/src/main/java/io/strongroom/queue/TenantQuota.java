package io.strongroom.queue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How many places each tenant has taken: those for threads, and those of the room behind. A tenant that has never met another here
 * gets half of what is not its share as well; the rest waits for the first that comes. Not for several threads at once.
 */
final class TenantQuota {

    private static final int WHOLE = 100;

    private final int threads;
    private final int room;
    private final int share;
    private final Map<String, Integer> taken = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private final Predicate<String> isNarrow;

    /**
     * @param share    what one tenant gets of the threads, and of the room, in percent, 1 to 100; rounded up
     * @param isNarrow whether a tenant gets half of its threads only
     */
    TenantQuota(int threads, int room, int share, Predicate<String> isNarrow) {
        this.threads = threads;
        this.room = room;
        this.share = share;
        this.isNarrow = isNarrow;
    }

    /** How much of a tenant may be worked on now, at least one. */
    int threadsOf(String tenant) {
        return isNarrow.test(tenant) ? (forThreads() + 1) / 2 : forThreads();
    }

    private int forThreads() {
        return part(threads);
    }

    private int inRoom() {
        return part(room);
    }

    private int part(int whole) {
        int shared = (int) (((long) whole * share + WHOLE - 1) / WHOLE);
        return known.size() > 1 ? shared : shared + (whole - shared) / 2;
    }

    boolean take(String tenant) {
        known.add(tenant);
        int places = taken.getOrDefault(tenant, 0);
        boolean waits = places >= forThreads();
        if (waits && (roomTaken() >= room || places >= forThreads() + inRoom())) {
            return false;
        }
        taken.put(tenant, places + 1);
        return true;
    }

    void giveBack(String tenant) {
        if (taken.merge(tenant, -1, Integer::sum) == 0) {
            taken.remove(tenant);
        }
    }

    private int roomTaken() {
        int forThreads = forThreads();
        return taken.values().stream()
                .mapToInt(places -> Math.max(0, places - forThreads))
                .sum();
    }
}
