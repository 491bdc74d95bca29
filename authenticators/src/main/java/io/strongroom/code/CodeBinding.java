package io.strongroom.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What a code is good for: one login attempt of one user with one number. Shown anywhere else it is worth nothing (ASVS
 * 6.6.2).
 *
 * @param loginId the browser's login attempt; all its tabs share it
 * @param userId  the user
 * @param number  the number the code goes to, in E.164
 */
public record CodeBinding(String loginId, String userId, String number) {

    /** A key for storage that neither shows the number nor can be met by other parts that happen to join alike. */
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

    /** Keeps the number out of logs. */
    @Override
    public String toString() {
        return "CodeBinding[" + key() + "]";
    }
}
