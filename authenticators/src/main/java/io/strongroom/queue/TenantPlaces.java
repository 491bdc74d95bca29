package io.strongroom.queue;

import java.util.HashMap;
import java.util.Map;

/** How many places each tenant has taken: those for threads, and those of the room behind. Not for several threads at once. */
final class TenantPlaces {

    private static final int WHOLE = 100;

    private final int forThreads;
    private final int inRoom;
    private final int room;
    private final Map<String, Integer> taken = new HashMap<>();
    private int roomTaken;

    /** @param share what one tenant gets of the threads, and of the room, in percent, 1 to 100; rounded up */
    TenantPlaces(int threads, int room, int share) {
        this.forThreads = shareOf(threads, share);
        this.inRoom = shareOf(room, share);
        this.room = room;
    }

    private static int shareOf(int whole, int share) {
        return (int) (((long) whole * share + WHOLE - 1) / WHOLE);
    }

    /** How much of one tenant may be worked on at a time. */
    int forThreads() {
        return forThreads;
    }

    boolean take(String tenant) {
        int places = taken.getOrDefault(tenant, 0);
        boolean waits = places >= forThreads;
        if (waits && (roomTaken >= room || places >= forThreads + inRoom)) {
            return false;
        }
        taken.put(tenant, places + 1);
        roomTaken += waits ? 1 : 0;
        return true;
    }

    void giveBack(String tenant) {
        int left = taken.merge(tenant, -1, Integer::sum);
        roomTaken -= left >= forThreads ? 1 : 0;
        if (left == 0) {
            taken.remove(tenant);
        }
    }
}
