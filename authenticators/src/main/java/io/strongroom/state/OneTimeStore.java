package io.strongroom.state;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Short-lived entries that all nodes share. Life times are rounded up to whole seconds.
 *
 * <p>{@link #claim} is atomic and takes effect at once, also when the request's transaction is rolled back; what {@link
 * #put} stores is there for others once the transaction has committed.
 */
public interface OneTimeStore {

    /** Stores or replaces an entry. */
    void put(String key, Duration life, Map<String, String> entry);

    Optional<Map<String, String>> get(String key);

    /** Claims a key for a while: of all callers on all nodes one gets {@code true}, until the claim has run out. */
    boolean claim(String key, Duration life);

    boolean isClaimed(String key);

    /**
     * Ends an entry or a claim now.
     *
     * @return whether it was there: of all who end it at once, one gets {@code true}
     */
    boolean release(String key);

    /** What stands for a key in an entry: it tells nothing of the key, and is good for nothing but {@link #releaseHandle}. */
    String handle(String key);

    /** Ends the entry or claim that a handle was made for, from any request and node. */
    void releaseHandle(String handle);
}
