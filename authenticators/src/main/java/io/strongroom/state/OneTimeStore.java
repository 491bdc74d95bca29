package io.strongroom.state;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Stores short-lived entries that all nodes share. Lifetimes are rounded up to whole seconds.
 *
 * <p>{@link #claim} is atomic and takes effect immediately, even if the request's transaction is rolled back. Entries
 * from {@link #put} become visible to other requests after the transaction commits.
 */
public interface OneTimeStore {

    /** Stores or replaces an entry. */
    void put(String key, Duration life, Map<String, String> entry);

    Optional<Map<String, String>> get(String key);

    /** Claims a key until the lifetime ends. Only one caller across all nodes gets {@code true}. */
    boolean claim(String key, Duration life);

    boolean isClaimed(String key);

    /**
     * Removes an entry or a claim.
     *
     * @return whether the entry or claim existed; only one of several concurrent callers gets {@code true}
     */
    boolean release(String key);

    /**
     * Returns a handle that can be stored instead of the key. It does not reveal the key, and can only be used with
     * {@link #releaseHandle}.
     */
    String handle(String key);

    /** Removes the entry or claim for a handle, from any request on any node. */
    void releaseHandle(String handle);
}
