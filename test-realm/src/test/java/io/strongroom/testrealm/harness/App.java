package io.strongroom.testrealm.harness;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * An OpenID Connect client application of a realm.
 *
 * @param secret null for a public client
 */
public record App(URI realm, String clientId, String secret) {
    /** No server listens at this address. */
    public static final String REDIRECT_URI = "http://app.test/cb";

    /** The same for all requests: the tests use PKCE, but don't need its protection. */
    private static final String VERIFIER = "strongroom-test-verifier-strongroom-test-verifier";

    public AuthorizationRequest authorize() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", clientId);
        parameters.put("redirect_uri", REDIRECT_URI);
        parameters.put("scope", "openid");
        parameters.put("state", UUID.randomUUID().toString());
        parameters.put("code_challenge_method", "S256");
        parameters.put("code_challenge", challenge());
        return new AuthorizationRequest(endpoint("auth"), parameters);
    }

    /** Exchanges the code from the redirect for tokens. */
    public Answer exchange(Arrival arrival) {
        return token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                arrival.signedIn().code().orElseThrow(),
                "redirect_uri",
                REDIRECT_URI,
                "code_verifier",
                VERIFIER));
    }

    public Answer refresh(Answer tokens) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.text("refresh_token")));
    }

    /** Direct grant: the application asks for the password itself. */
    public Answer passwordGrant(TestUser user) {
        return passwordGrant(user, Map.of());
    }

    public Answer passwordGrant(TestUser user, Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "grant_type", "password", "username", user.name(), "password", user.password(), "scope", "openid"));
        parameters.putAll(more);
        return token(parameters);
    }

    /** Starts a device grant: the answer has {@code device_code} and {@code verification_uri_complete}. */
    public Answer device() {
        return post(endpoint("auth/device"), Map.of("scope", "openid"));
    }

    /** Polls for the device's tokens; again if Keycloak answers that it was too soon. */
    public Answer poll(Answer device) {
        return await("an answer to the device")
                .atMost(Duration.ofSeconds(10))
                .until(() -> pollOnce(device), answer -> !"slow_down".equals(answer.text("error")));
    }

    private Answer pollOnce(Answer device) {
        return token(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                device.text("device_code")));
    }

    /** Any request to the token endpoint, with this client's authentication. */
    public Answer token(Map<String, String> parameters) {
        return post(endpoint("token"), parameters);
    }

    public URI endpoint(String name) {
        return URI.create(realm + "/protocol/openid-connect/" + name);
    }

    private Answer post(URI uri, Map<String, String> parameters) {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("client_id", clientId);
        if (secret != null) {
            all.put("client_secret", secret);
        }
        var response = Http.send(Http.form(uri, all).build());
        return new Answer(response.statusCode(), Json.read(response.body()));
    }

    private static String challenge() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
