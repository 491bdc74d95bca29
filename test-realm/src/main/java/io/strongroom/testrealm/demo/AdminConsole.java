package io.strongroom.testrealm.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.testrealm.http.FormCodec;
import io.strongroom.testrealm.server.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Switches on the console's theme in realm {@code master}, as an administrator does after installing Strongroom. */
final class AdminConsole {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private AdminConsole() {}

    static void switchOn(URI keycloak) throws IOException {
        String body = send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(FormCodec.encode(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakServer.ADMIN_USER,
                        "password",
                        KeycloakServer.ADMIN_PASSWORD)))));
        String token = new ObjectMapper().readTree(body).path("access_token").asText();
        send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/master"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"adminTheme\":\"strongroom\"}")));
    }

    private static String send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("HTTP " + response.statusCode() + " from " + response.uri());
            }
            return response.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
