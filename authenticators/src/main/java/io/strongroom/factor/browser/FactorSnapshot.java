package io.strongroom.factor.browser;

import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Which factors a user has, as text that any change of them changes.
 *
 * @param factors ids of the credentials, with the number where it is one, sorted, with commas
 */
record FactorMark(String realmId, String userId, String factors) {

    private static final Set<String> TYPES = Set.of("otp", "sms-otp", "backup-codes");

    /** @param credentials all of the user's */
    static FactorMark of(
            KeycloakSession session, RealmModel realm, UserModel user, List<CredentialModel> credentials, Clock clock) {
        Stream<String> stored = credentials.stream()
                .filter(credential -> TYPES.contains(credential.getType()))
                .map(FactorMark::of);
        Stream<String> outside =
                new SmsCredentials(session, user, clock).fromProfile().stream().map(SmsCredential::id);
        return new FactorMark(
                realm.getId(),
                user.getId(),
                Stream.concat(stored, outside).sorted().collect(Collectors.joining(",")));
    }

    /** A number can be changed without a new credential. */
    private static String of(CredentialModel credential) {
        String number =
                SmsCredential.of(credential).map(sms -> sms.number().e164()).orElse("");
        return credential.getId() + number;
    }

    /** The SHA-256 of {@code <realm id>|<user id>|<factors>|<token>}. */
    byte[] with(String token) {
        return sha256(String.join("|", realmId, userId, factors, token));
    }

    /** What two marks are compared by where neither should be read: the SHA-256 without a token, in Base64. */
    String fingerprint() {
        return Base64.getEncoder().encodeToString(sha256(String.join("|", realmId, userId, factors)));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
