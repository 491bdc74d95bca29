package io.strongroom.code;

import io.strongroom.state.Hmac;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.SecretKey;

/** Computes the keyed hash of a code, bound to its challenge (ASVS 16.2.5: codes are never stored in plain text). */
final class CodeHash {

    private static final String PURPOSE = "strongroom/code/1|";

    private CodeHash() {}

    static String of(SecretKey key, String challengeId, String bindingKey, String code) {
        return Base64.getEncoder().encodeToString(mac(key, challengeId, bindingKey, code));
    }

    /** Returns whether a code matches a hash. Compares in constant time. */
    static boolean matches(SecretKey key, String challengeId, String bindingKey, String code, String hash) {
        return MessageDigest.isEqual(Base64.getDecoder().decode(hash), mac(key, challengeId, bindingKey, code));
    }

    private static byte[] mac(SecretKey key, String challengeId, String bindingKey, String code) {
        return Hmac.of(key, PURPOSE + challengeId + '|' + bindingKey + '|' + code);
    }
}
