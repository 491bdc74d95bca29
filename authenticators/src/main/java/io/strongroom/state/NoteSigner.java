package io.strongroom.state;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.SecretKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Signs and verifies text that is stored where other code can write, such as in user session notes, which identity
 * provider mappers can set. The authentication code is an HMAC with the realm's keys, bound to a purpose. Keycloak's
 * own tokens carry no such purpose, so one that was issued for something else could be stored in their place.
 */
public final class NoteSigner {

    private static final String CONTEXT = "strongroom/note/1|";
    private static final char SEPARATOR = '.';

    private final Supplier<List<SecretKey>> keys;
    private final String purpose;

    /**
     * @param keys    the active key, followed by older ones that are still accepted
     * @param purpose separates texts that must not be interchangeable, such as those of two users
     */
    NoteSigner(Supplier<List<SecretKey>> keys, String purpose) {
        this.keys = keys;
        this.purpose = purpose;
    }

    public static NoteSigner of(KeycloakSession session, RealmModel realm, String purpose) {
        return new NoteSigner(new RealmSecrets(session, realm)::all, purpose);
    }

    /** Returns the text with its authentication code. */
    public String sign(String text) {
        return Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(code(keys.get().get(0), text))
                + SEPARATOR
                + text;
    }

    /**
     * Returns the text without its authentication code; empty if there is no text, or if the authentication code is
     * wrong.
     */
    public Optional<String> verify(String signed) {
        int end = signed == null ? -1 : signed.indexOf(SEPARATOR);
        if (end < 0) {
            return Optional.empty();
        }
        byte[] code = signed.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        String text = signed.substring(end + 1);
        boolean isAuthentic = keys.get().stream()
                .anyMatch(key -> MessageDigest.isEqual(
                        Base64.getUrlEncoder().withoutPadding().encode(code(key, text)), code));
        return isAuthentic ? Optional.of(text) : Optional.empty();
    }

    private byte[] code(SecretKey key, String text) {
        return Hmac.of(key, CONTEXT + purpose + "|" + text);
    }
}
