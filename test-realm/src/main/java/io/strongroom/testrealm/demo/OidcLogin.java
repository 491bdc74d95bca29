package io.strongroom.testrealm.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.testrealm.http.FormCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** One login by OpenID Connect's code flow with PKCE (RFC 7636). */
final class OidcLogin {
    private static final String CLIENT = "demo-app";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String realm;
    private final URI endpoints;
    private final URI redirectUri;
    private final String state = random();
    private final String verifier = random();

    OidcLogin(URI keycloak, String realm, URI redirectUri) {
        this.realm = realm;
        this.endpoints = URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/");
        this.redirectUri = redirectUri;
    }

    String state() {
        return state;
    }

    URI authorizationUri(String loginHint) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", CLIENT);
        parameters.put("redirect_uri", redirectUri.toString());
        parameters.put("scope", "openid profile email");
        parameters.put("state", state);
        parameters.put("code_challenge", challenge());
        parameters.put("code_challenge_method", "S256");
        parameters.put("login_hint", loginHint);
        return URI.create(endpoints.resolve("auth") + "?" + FormCodec.encode(parameters));
    }

    DemoApplication.SignedIn exchange(String code) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(endpoints.resolve("token"))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FormCodec.encode(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        CLIENT,
                        "code",
                        code,
                        "redirect_uri",
                        redirectUri.toString(),
                        "code_verifier",
                        verifier))))
                .build();
        JsonNode tokens = JSON.readTree(send(request));
        if (!tokens.hasNonNull("id_token")) {
            throw new IllegalArgumentException("Keycloak gave no token: "
                    + tokens.path("error_description").asText());
        }
        String idToken = tokens.get("id_token").asText();
        // It came straight from the issuer, so its signature need not be checked (OpenID Connect Core 3.1.3.7, 6).
        String claims = new String(Base64.getUrlDecoder().decode(idToken.split("\\.")[1]), StandardCharsets.UTF_8);
        return new DemoApplication.SignedIn(realm, idToken, JSON.readTree(claims));
    }

    private static String send(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    private String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
