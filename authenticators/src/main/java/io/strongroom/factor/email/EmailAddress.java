package io.strongroom.factor.email;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserModel;

/** An e-mail address for receiving codes. It is never stored as a credential, so changes take effect immediately. */
public record EmailAddress(String value) {

    private static final String FROM_PROFILE = "address:";
    private static final String STARS = "•••";

    /** Returns the user's address if it is verified. */
    public static Optional<EmailAddress> verifiedOf(UserModel user) {
        return of(user).filter(address -> user.isEmailVerified());
    }

    /** Returns the user's address; empty if the user has none. */
    static Optional<EmailAddress> of(UserModel user) {
        return Optional.ofNullable(user.getEmail())
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .map(EmailAddress::new);
    }

    /** Returns the address with all but the first letter and the domain masked, such as {@code j•••@example.com}. */
    public String masked() {
        int at = value.lastIndexOf('@');
        return at < 1 ? STARS : Character.toString(value.codePointAt(0)) + STARS + value.substring(at);
    }

    /** Returns a hash that identifies the address without revealing it. */
    String fingerprint() {
        return HashUtils.sha256UrlEncodedHash(value.toLowerCase(Locale.ROOT), StandardCharsets.UTF_8);
    }

    /** Returns the id of the factor. A changed address has another id, so factors passed with the old one no longer count. */
    public String id() {
        return FROM_PROFILE + fingerprint();
    }

    /** Returns the masked address, so that logs don't contain the full one. */
    @Override
    public String toString() {
        return masked();
    }
}
