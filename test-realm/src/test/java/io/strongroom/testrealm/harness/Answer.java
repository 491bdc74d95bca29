package io.strongroom.testrealm.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The response of an endpoint. */
public record Answer(int status, JsonNode body) {

    public String text(String name) {
        return body.path(name).asText();
    }

    public boolean hasTokens() {
        return body.hasNonNull("access_token") || body.hasNonNull("refresh_token") || body.hasNonNull("id_token");
    }

    public JsonNode accessToken() {
        return claims("access_token");
    }

    public JsonNode idToken() {
        return claims("id_token");
    }

    private JsonNode claims(String token) {
        if (!body.hasNonNull(token)) {
            throw new AssertionError("No " + token + " in " + this);
        }
        String payload = text(token).split("\\.")[1];
        return Json.read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
    }
}
