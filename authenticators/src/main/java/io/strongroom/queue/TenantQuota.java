package io.strongroom.queue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Counts each tenant's reserved slots, for threads and in the queue. As long as there is only one tenant, it also
 * gets half of the capacity beyond its share; the other half stays free for a second tenant. Not thread-safe.
 */
final class TenantQuota {

    private static final int WHOLE = 100;

    private final int threads;
    private final int queueSize;
    private final int share;
    private final Map<String, Integer> reserved = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Predicate<String> isThrottled;

    /**
     * @param share       one tenant's maximum share of threads and queue, in percent, 1 to 100; rounded up
     * @param isThrottled tests whether a tenant is currently limited to half of its threads
     */
    TenantQuota(int threads, int queueSize, int share, Predicate<String> isThrottled) {
        this.threads = threads;
        this.queueSize = queueSize;
        this.share = share;
        this.isThrottled = isThrottled;
    }

    /** Returns the number of a tenant's tasks that may run now, at least 1. */
    int threadsOf(String tenant) {
        return isThrottled.test(tenant) ? (threadsPerTenant() + 1) / 2 : threadsPerTenant();
    }

    private int threadsPerTenant() {
        return perTenant(threads);
    }

    private int perTenant(int whole) {
        int shared = (int) (((long) whole * share + WHOLE - 1) / WHOLE);
        return seen.size() > 1 ? shared : shared + (whole - shared) / 2;
    }

    /** Reserves a slot for a tenant. Returns false if none is free for it. */
    boolean reserve(String tenant) {
        seen.add(tenant);
        int places = reserved.getOrDefault(tenant, 0);
        boolean waits = places >= threadsPerTenant();
        if (waits && (queued() >= queueSize || places >= threadsPerTenant() + perTenant(queueSize))) {
            return false;
        }
        reserved.put(tenant, places + 1);
        return true;
    }

    void release(String tenant) {
        if (reserved.merge(tenant, -1, Integer::sum) == 0) {
            reserved.remove(tenant);
        }
    }

    /** Returns the number of reserved slots in the queue, across all tenants. */
    private int queued() {
        int threadsPerTenant = threadsPerTenant();
        return reserved.values().stream()
                .mapToInt(places -> Math.max(0, places - threadsPerTenant))
                .sum();
    }
}
