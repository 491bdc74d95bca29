package io.strongroom.admin.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Reads the body of a request: any JSON object of at most 64 KiB. */
public final class Body {

    private static final int MAX_BYTES = 64 * 1024;
    private static final ObjectReader READER = new ObjectMapper()
            .readerFor(JsonNode.class)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Body() {}

    /** Returns the JSON object in the body; empty if the body is not a JSON object or is too long. */
    public static Optional<ObjectNode> read(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(MAX_BYTES + 1);
            boolean fits = bytes.length > 0 && bytes.length <= MAX_BYTES;
            return fits && READER.readValue(bytes) instanceof ObjectNode object
                    ? Optional.of(object)
                    : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** @throws jakarta.ws.rs.WebApplicationException 400 if the body is not a JSON object or is too long */
    public static ObjectNode require(InputStream body, Refusals refusals) {
        return read(body).orElseThrow(() -> refusals.fields(List.of(FieldError.ofBody("strongroomAdminNoObject"))));
    }
}
