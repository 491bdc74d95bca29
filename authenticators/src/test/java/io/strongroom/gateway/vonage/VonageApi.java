package io.strongroom.gateway.vonage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.Map;

/** Vonage's two APIs, with what tests of both need. */
enum VonageApi {
    SMS("/sms/json", new VonageSmsGatewayFactory()) {
        @Override
        Map<String, String> credentials() {
            return Map.of("api-key", "key", "api-secret", VonageGateways.SECRET);
        }

        @Override
        ResponseDefinitionBuilder accepted() {
            return ok(
                    "{\"message-count\":\"1\",\"messages\":[{\"to\":\"46701740605\",\"message-id\":\"id-0\",\"status\":\"0\"}]}");
        }
    },
    MESSAGES("/v1/messages", new VonageMessagesGatewayFactory()) {
        @Override
        Map<String, String> credentials() {
            return Map.of(
                    "application-id", TestApplication.ID, "private-key-path", TestApplication.KEY_FILE.toString());
        }

        @Override
        ResponseDefinitionBuilder accepted() {
            return ok("{\"message_uuid\":\"11111111-2222-4333-8444-555555555555\"}")
                    .withStatus(202);
        }
    };

    private final String path;
    private final VonageGatewayFactory factory;

    VonageApi(String path, VonageGatewayFactory factory) {
        this.path = path;
        this.factory = factory;
    }

    /** Returns the required options of the gateway. */
    abstract Map<String, String> credentials();

    /** Returns the response that accepts a message. */
    abstract ResponseDefinitionBuilder accepted();

    String path() {
        return path;
    }

    VonageGatewayFactory factory() {
        return factory;
    }

    static ResponseDefinitionBuilder ok(String body) {
        return aResponse()
                .withStatus(200)
                .withHeader("Content-Type", "application/json")
                .withBody(body);
    }
}
