package io.strongroom.factor.browser;

import io.strongroom.context.UserContext;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;

/**
 * A snapshot of a user's factors. Any change to a factor results in a different snapshot.
 *
 * @param factors credential ids, each followed by its phone number, if any; sorted, comma-separated
 */
record FactorSnapshot(String realmId, String userId, String factors) {

    private static final Set<String> TYPES = Set.of("otp", "sms-otp", "backup-codes", "recovery-authn-codes");

    /** @param credentials all credentials of the user */
    static FactorSnapshot of(UserContext context, List<CredentialModel> credentials) {
        Stream<String> stored = credentials.stream()
                .filter(credential -> TYPES.contains(credential.getType()))
                .map(FactorSnapshot::of);
        Stream<String> fromProfile =
                new SmsCredentials(context).fromProfile().stream().map(SmsCredential::id);
        return new FactorSnapshot(
                context.realm().getId(),
                context.user().getId(),
                Stream.concat(stored, fromProfile).sorted().collect(Collectors.joining(",")));
    }

    /**
     * Returns the snapshot's entry for one credential. Includes the phone number, which can change without a new
     * credential.
     */
    private static String of(CredentialModel credential) {
        String number =
                SmsCredential.of(credential).map(sms -> sms.number().e164()).orElse("");
        return credential.getId() + number;
    }

    /** Returns the SHA-256 of {@code <realm id>|<user id>|<factors>|<token>}. */
    byte[] hashWith(String token) {
        return sha256(String.join("|", realmId, userId, factors, token));
    }

    /** Returns the SHA-256 without a token, in Base64. It identifies the snapshot without revealing phone numbers. */
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
