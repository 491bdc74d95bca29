package io.strongroom.factor.browser;

import io.strongroom.context.UserContext;
import io.strongroom.factor.Factors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;

/**
 * A snapshot of a user's factors. Any change to a factor results in a different snapshot.
 *
 * @param factors identities of all factors and saved codes; sorted, comma-separated
 */
record FactorSnapshot(String realmId, String userId, String factors) {

    /** @param credentials all credentials of the user */
    static FactorSnapshot of(UserContext context, List<CredentialModel> credentials) {
        Stream<String> stored = credentials.stream().flatMap(FactorSnapshot::identity);
        Stream<String> notStored = Factors.all().stream().flatMap(factor -> factor.notStored(context));
        return new FactorSnapshot(
                context.realm().getId(),
                context.user().getId(),
                Stream.concat(stored, notStored).sorted().collect(Collectors.joining(",")));
    }

    /** Returns the snapshot's entry for one credential; empty if it is neither a factor nor replaces one. */
    private static Stream<String> identity(CredentialModel credential) {
        Stream<String> codes =
                Factors.areSavedCodes(credential.getType()) ? Stream.of(credential.getId()) : Stream.empty();
        return Stream.concat(
                Factors.ofCredentialType(credential.getType()).map(factor -> factor.identity(credential)).stream(),
                codes);
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
