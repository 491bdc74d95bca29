package io.strongroom.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Converts the keys of entries to the names under which they are stored. Keys contain phone numbers, addresses and
 * codes, and stored names appear in logs and databases. Six digits can be recovered from a plain hash, so the names
 * are keyed hashes (ASVS 16.2.5).
 */
final class KeyNames {

    /** Prefix that separates these names from others in the shared, flat key space. */
    static final String PREFIX = "strongroom:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "strongroom/key/1|";

    private final List<Mac> macs;

    /** @param secrets the active secret, used for new names, followed by older ones, used to find existing names */
    KeyNames(List<SecretKey> secrets) {
        this.macs = secrets.stream().map(KeyNames::mac).toList();
    }

    /** Returns a key's name under the active secret. */
    String of(String key) {
        return name(macs.get(0), key);
    }

    /** Returns a key's names under the realm's older secrets. */
    List<String> underOlderSecrets(String key) {
        return macs.stream().skip(1).map(mac -> name(mac, key)).toList();
    }

    private static String name(Mac mac, String key) {
        byte[] hash = mac.doFinal((PURPOSE + key).getBytes(StandardCharsets.UTF_8));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static Mac mac(SecretKey secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return mac;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
