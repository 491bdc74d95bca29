package io.strongroom.state;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What keys are called where they are stored. Logs and databases show these names, and keys hold numbers, addresses and codes: six
 * digits are guessed from any plain hash, so the hash is a keyed one (ASVS 16.2.5).
 */
final class KeyNames {

    /** The key space is flat, and others use it. */
    static final String PREFIX = "strongroom:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "strongroom/key/1|";

    private final List<Mac> macs;

    /** @param secrets the one that names new keys, then those before it, by which keys stored then are still found */
    KeyNames(List<SecretKey> secrets) {
        this.macs = secrets.stream().map(KeyNames::mac).toList();
    }

    /** The name that a new key gets. */
    String of(String key) {
        return name(macs.get(0), key);
    }

    /** Names that a key may have from before the realm's keys rotated. */
    List<String> before(String key) {
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
