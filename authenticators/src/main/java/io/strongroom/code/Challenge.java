package io.strongroom.code;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A code that was sent to a user, whose entry is awaited.
 *
 * @param id      random id, unique per code
 * @param hash    keyed hash of the code
 * @param keyId   id of the key used for the hash
 * @param length  number of digits in the code
 * @param expires when the code expires (exclusive: it is no longer accepted at this instant)
 */
public record Challenge(String id, String hash, String keyId, int length, Instant expires) {

    Map<String, String> toEntry() {
        Map<String, String> entry = new HashMap<>();
        entry.put("id", id);
        entry.put("hash", hash);
        entry.put("keyId", keyId);
        entry.put("length", Integer.toString(length));
        entry.put("expires", Long.toString(expires.toEpochMilli()));
        return entry;
    }

    static Challenge ofEntry(Map<String, String> entry) {
        return new Challenge(
                entry.get("id"),
                entry.get("hash"),
                entry.get("keyId"),
                Integer.parseInt(entry.get("length")),
                Instant.ofEpochMilli(Long.parseLong(entry.get("expires"))));
    }

    /** Returns a text without the hash, so that logs don't contain it. */
    @Override
    public String toString() {
        return "Challenge[" + id + ", expires " + expires + "]";
    }
}
