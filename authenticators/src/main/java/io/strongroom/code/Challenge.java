package io.strongroom.code;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A code that was sent and can be entered.
 *
 * @param id      random, a new one for every code
 * @param hash    the keyed hash of the code
 * @param keyId   the key it was hashed with
 * @param length  how many digits the code has
 * @param expires the code is worth nothing from then on
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

    /** Keeps the hash out of logs. */
    @Override
    public String toString() {
        return "Challenge[" + id + ", expires " + expires + "]";
    }
}
