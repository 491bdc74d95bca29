package io.strongroom.testrealm.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;

/** The API behind Keycloak's account console, as one signed-in user. */
public final class AccountConsole {
    private final URI credentials;
    private final String token;

    /** @param tokens of a client that may access the account */
    public AccountConsole(TestRealm realm, Answer tokens) {
        this(realm, tokens.text("access_token"));
    }

    AccountConsole(TestRealm realm, String token) {
        this.credentials = URI.create(realm.uri() + "/account/credentials");
        this.token = token;
    }

    /** Returns the console's data for a kind of credential, or empty if it doesn't show this kind. */
    public Optional<JsonNode> kind(String type) {
        for (JsonNode kind : Json.read(send(Http.to(credentials).GET()).body())) {
            if (type.equals(kind.path("type").asText())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The HTTP status of removing a credential. */
    public int remove(String credentialId) {
        return send(Http.to(URI.create(credentials + "/" + credentialId)).DELETE())
                .statusCode();
    }

    /** The HTTP status of giving a credential another name. */
    public int rename(String credentialId, String label) {
        return send(Http.to(URI.create(credentials + "/" + credentialId + "/label"))
                        .header("Content-Type", "application/json")
                        .PUT(HttpRequest.BodyPublishers.ofString(Json.write(label))))
                .statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Http.send(request.header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build());
    }
}
