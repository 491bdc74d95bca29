package io.strongroom.testrealm.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Strongroom's admin API of a realm, called as one user. Every response is checked against {@code docs/openapi.json}.
 */
public final class AdminApi {
    private final URI base;
    private final Supplier<String> token;
    private final String language;

    private AdminApi(URI base, Supplier<String> token, String language) {
        this.base = base;
        this.token = token;
        this.language = language;
    }

    /** As the administrator of realm master, who has all rights. */
    public static AdminApi of(TestRealm realm) {
        return new AdminApi(base(realm), realm.admin()::token, "en");
    }

    /** As a user of this realm, or of another. */
    public static AdminApi of(TestRealm realm, TestRealm home, TestUser user) {
        return of(realm, home.app(), user);
    }

    /** As a user with a token of this application. */
    public static AdminApi of(TestRealm realm, App app, TestUser user) {
        String token = app.passwordGrant(user).text("access_token");
        return new AdminApi(base(realm), () -> token, "en");
    }

    /** Without any token. */
    public static AdminApi ofNobody(TestRealm realm) {
        return new AdminApi(base(realm), () -> null, "en");
    }

    private static URI base(TestRealm realm) {
        return URI.create(realm.server().baseUrl() + "/admin/realms/" + realm.name() + "/two-factor");
    }

    public AdminApi speaking(String otherLanguage) {
        return new AdminApi(base, token, otherLanguage);
    }

    /** A response, JSON or not. */
    public record Reply(int status, JsonNode body, String text, Map<String, List<String>> headers) {

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        public String field(String name) {
            return body.path(name).asText();
        }

        public Reply expect(int expected) {
            if (status != expected) {
                throw new AssertionError("answered " + status + ", not " + expected + ": " + text);
            }
            return this;
        }
    }

    public Reply get(String path) {
        return send("GET", path, null);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Reply put(String path, Object body, String header, String value) {
        return send("PUT", path, Json.write(body), Map.of(header, value));
    }

    public Reply post(String path, Object body) {
        return send("POST", path, body);
    }

    public Reply delete(String path) {
        return send("DELETE", path, null);
    }

    public Reply send(String method, String path, Object body) {
        return send(method, path, body == null ? null : Json.write(body), Map.of());
    }

    /** @param body sent unchanged, or null */
    public Reply send(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = Http.to(URI.create(base + path)).header("Accept-Language", language);
        if (token.get() != null) {
            request.header("Authorization", "Bearer " + token.get());
        }
        headers.forEach(request::header);
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> response = Http.send(request.method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build());
        Reply reply = new Reply(
                response.statusCode(),
                Json.read(response.body()),
                response.body(),
                response.headers().map());
        Contract.check(method, path, reply);
        return reply;
    }
}
