package io.strongroom.testrealm.harness;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.http.FormCodec;
import io.strongroom.testrealm.server.KeycloakServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Keycloak's admin API, as the administrator of realm master or as a user. Paths are below {@code /admin/realms}. */
public final class Admin {
    /** Less than a token's lifetime of 60 s. */
    private static final Duration TOKEN_USE = Duration.ofSeconds(30);

    private final URI baseUrl;
    private String token;
    private Instant tokenEnds = Instant.MIN;

    Admin(URI baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** As a user of this realm, until the token expires. */
    public static Admin of(TestRealm realm, TestUser user) {
        Admin admin = new Admin(realm.server().baseUrl());
        admin.token = realm.app().passwordGrant(user).text("access_token");
        admin.tokenEnds = Instant.MAX;
        return admin;
    }

    /** Sends any request and returns the response, whatever its status. */
    public Answer send(String method, String path, Object body) {
        HttpResponse<String> response = Http.send(request(method, path, body));
        return new Answer(response.statusCode(), Json.read(response.body()));
    }

    public JsonNode get(String path) {
        return Json.read(expectSuccess("GET", path, null).body());
    }

    public <T> T get(String path, Class<T> type) {
        return Json.read(expectSuccess("GET", path, null).body(), type);
    }

    /** Returns the id of the created object. */
    public String create(String path, Object body) {
        String location = expectSuccess("POST", path, body)
                .headers()
                .firstValue("location")
                .orElse("");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    public void post(String path, Object body) {
        expectSuccess("POST", path, body);
    }

    /** Sends the fields of a form. */
    public void postForm(String path, Map<String, String> fields) {
        HttpResponse<String> response = Http.send(Http.to(URI.create(baseUrl + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(FormCodec.encode(fields)))
                .build());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError("POST " + path + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    /** The response headers, such as cookies. */
    HttpResponse<String> act(String path) {
        return expectSuccess("POST", path, null);
    }

    public void put(String path, Object body) {
        expectSuccess("PUT", path, body);
    }

    public void delete(String path) {
        expectSuccess("DELETE", path, null);
    }

    private HttpResponse<String> expectSuccess(String method, String path, Object body) {
        HttpResponse<String> response = Http.send(request(method, path, body));
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response;
    }

    private HttpRequest request(String method, String path, Object body) {
        HttpRequest.Builder request = Http.to(URI.create(baseUrl + "/admin/realms" + path))
                .header("Authorization", "Bearer " + token())
                .header("Accept", "application/json");
        if (body == null) {
            return request.method(method, HttpRequest.BodyPublishers.noBody()).build();
        }
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build();
    }

    synchronized String token() {
        if (Instant.now().isAfter(tokenEnds)) {
            Answer answer = new App(URI.create(baseUrl + "/realms/master"), "admin-cli", null)
                    .token(Map.of(
                            "grant_type",
                            "password",
                            "username",
                            KeycloakServer.ADMIN_USER,
                            "password",
                            KeycloakServer.ADMIN_PASSWORD));
            token = answer.text("access_token");
            tokenEnds = Instant.now().plus(TOKEN_USE);
        }
        return token;
    }
}
