package io.strongroom.state;

import java.util.Base64;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * Converts the keys of entries to the names under which they are stored. Keys contain phone numbers, addresses and
 * codes, and stored names appear in logs and databases. Six digits can be recovered from a plain hash, so the names
 * are keyed hashes (ASVS 16.2.5).
 */
final class KeyNames {

    /** Prefix that separates these names from others in the shared, flat key space. */
    static final String PREFIX = "strongroom:";

    private static final String PURPOSE = "strongroom/key/1|";

    private final List<SecretKey> secrets;

    /** @param secrets the active secret, used for new names, followed by older ones, used to find existing names */
    KeyNames(List<SecretKey> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** Returns a key's name under the active secret. */
    String of(String key) {
        return name(secrets.get(0), key);
    }

    /** Returns a key's names under the realm's older secrets. */
    List<String> underOlderSecrets(String key) {
        return secrets.stream().skip(1).map(secret -> name(secret, key)).toList();
    }

    private static String name(SecretKey secret, String key) {
        byte[] hash = Hmac.of(secret, PURPOSE + key);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
