package io.strongroom.testrealm.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.representations.idm.ClientRepresentation;

/** Clients that register themselves with an initial access token, and change themselves by their registration access token. */
public final class ClientRegistration {

    private final TestRealm realm;
    private final String initialToken;
    private final Map<String, String> tokens = new HashMap<>();

    public ClientRegistration(TestRealm realm) {
        this.realm = realm;
        this.initialToken = realm.admin()
                .send("POST", realm.path("/clients-initial-access"), Map.of("count", 20, "expiration", 600))
                .text("token");
    }

    /** The client as it was registered. */
    public JsonNode register(ClientRepresentation client) {
        JsonNode registered = send("POST", "", initialToken, client, 201);
        tokens.put(
                client.getClientId(), registered.path("registrationAccessToken").asText());
        return registered;
    }

    public String token(String clientId) {
        return tokens.get(clientId);
    }

    public void update(String clientId, String token, ClientRepresentation client) {
        send("PUT", "/" + clientId, token, client, 200);
    }

    private JsonNode send(String method, String path, String token, ClientRepresentation client, int expected) {
        HttpResponse<String> response =
                Http.send(Http.to(URI.create(realm.uri() + "/clients-registrations/default" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(Json.write(client)))
                        .build());
        assertEquals(expected, response.statusCode(), response::body);
        return Json.read(response.body());
    }
}
