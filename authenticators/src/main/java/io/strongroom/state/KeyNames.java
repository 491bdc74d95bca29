package io.strongroom.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Converts keys to the names they are stored under. Keys contain phone numbers, addresses and codes, and the stored names appear
 * in logs and databases. A plain hash of six digits can be guessed, so this is a keyed hash (ASVS 16.2.5).
 */
final class KeyNames {

    /** Separates these names from others in the shared, flat key space. */
    static final String PREFIX = "strongroom:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "strongroom/key/1|";

    private final List<Mac> macs;

    /** @param secrets the active secret, used to name new keys, then older ones, used to find keys stored under them */
    KeyNames(List<SecretKey> secrets) {
        this.macs = secrets.stream().map(KeyNames::mac).toList();
    }

    /** Returns the name of a key under the active secret. */
    String of(String key) {
        return name(macs.get(0), key);
    }

    /** Returns the names of a key under older secrets of the realm. */
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
