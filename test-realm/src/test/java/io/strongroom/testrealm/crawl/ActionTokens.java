package io.strongroom.testrealm.crawl;

import io.strongroom.testrealm.harness.Json;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentExportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Creates the tokens of e-mailed links with a key that realm and test share: sending hundreds of e-mails would take
 * minutes.
 */
final class ActionTokens {
    private static final String KEYS = "org.keycloak.keys.KeyProvider";
    private static final String PROVIDER = "hmac-generated";
    private static final Duration LIFE = Duration.ofHours(1);

    private final byte[] secret = new byte[64];
    private final String keyId = UUID.randomUUID().toString();

    /** Gives the realm the key. */
    void share(RealmRepresentation realm) {
        ComponentExportRepresentation key = new ComponentExportRepresentation();
        key.setName("shared " + PROVIDER);
        key.setProviderId(PROVIDER);
        key.setConfig(new MultivaluedHashMap<>());
        Map.of("priority", "200", "algorithm", "HS512", "kid", keyId, "secret", encode(secret))
                .forEach(key.getConfig()::putSingle);
        realm.getComponents().get(KEYS).removeIf(component -> PROVIDER.equals(component.getProviderId()));
        realm.getComponents().add(KEYS, key);
    }

    /** A token as in an e-mail in which an administrator asks the user for a new password. */
    String newPassword(URI realm, TestUser user) {
        return newPassword(realm, user, Instant.now().plus(LIFE));
    }

    String expired(URI realm, TestUser user) {
        return newPassword(realm, user, Instant.now().minus(LIFE));
    }

    private String newPassword(URI realm, TestUser user, Instant end) {
        Map<String, Object> claims = Map.of(
                "typ", "execute-actions",
                "sub", user.id(),
                "jti", UUID.randomUUID().toString(),
                "nonce", UUID.randomUUID().toString(),
                "iss", realm.toString(),
                "aud", realm.toString(),
                "azp", "account",
                "iat", end.minus(LIFE).getEpochSecond(),
                "exp", end.getEpochSecond(),
                "rqac", List.of("UPDATE_PASSWORD"));
        String signed = part(Map.of("alg", "HS512", "typ", "JWT", "kid", keyId)) + "." + part(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(secret, "HmacSHA512"));
            return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String part(Map<String, Object> json) {
        return encode(Json.write(json).getBytes(StandardCharsets.UTF_8));
    }

    private static String encode(byte... bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
