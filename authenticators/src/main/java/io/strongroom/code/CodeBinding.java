package io.strongroom.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Binds a code to one login attempt, user and number. The code is not accepted anywhere else (ASVS 6.6.2).
 *
 * @param loginId id of the browser's login attempt, shared by all its tabs
 * @param userId  id of the user
 * @param number  the recipient's number in E.164 format
 */
public record CodeBinding(String loginId, String userId, String number) {

    /** Returns the storage key. It hides the number, and bindings with different parts never share a key. */
    String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {loginId, userId, number}) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((byte) (bytes.length >>> 8));
                digest.update((byte) bytes.length);
                digest.update(bytes);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Returns a text without the number, so that logs don't contain it. */
    @Override
    public String toString() {
        return "CodeBinding[" + key() + "]";
    }
}
