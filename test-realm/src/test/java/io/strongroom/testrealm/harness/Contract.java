package io.strongroom.testrealm.harness;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks responses of the admin API against {@code docs/openapi.json}. */
final class Contract {
    private static final String ROOT = "/admin/realms/{realm}/two-factor";
    private static final JsonNode DOCUMENT = read();

    private Contract() {}

    private static JsonNode read() {
        try {
            return Json.read(Files.readString(Path.of("../docs/openapi.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths and methods that are not in the document must not succeed. */
    static void check(String method, String path, Reply reply) {
        Optional<JsonNode> operation = operation(method.toLowerCase(Locale.ROOT), path.replaceAll("\\?.*", ""));
        if (operation.isEmpty()) {
            require(reply.status() >= 400, method, path, reply, "is not documented");
            return;
        }
        JsonNode answer = operation.get().path("responses").path(Integer.toString(reply.status()));
        boolean wrongType = reply.status() == 415;
        require(wrongType || !answer.isMissingNode(), method, path, reply, "this status is not documented");
        JsonNode schema = answer.path("content").path("application/json").path("schema");
        if (!schema.isMissingNode()) {
            List<String> faults = new ArrayList<>();
            validate(schema, reply.body(), "", faults);
            require(faults.isEmpty(), method, path, reply, faults.toString());
        }
    }

    private static void require(boolean kept, String method, String path, Reply reply, String fault) {
        if (!kept) {
            throw new AssertionError(
                    method + " " + path + " answered " + reply.status() + " " + reply.text() + ": " + fault);
        }
    }

    private static Optional<JsonNode> operation(String method, String path) {
        return DOCUMENT.path("paths").properties().stream()
                .filter(entry -> pattern(entry.getKey()).matcher(path).matches())
                .map(Map.Entry::getValue)
                .map(operations -> operations.path(method))
                .filter(JsonNode::isObject)
                .findFirst();
    }

    private static Pattern pattern(String template) {
        return Pattern.compile(template.substring(ROOT.length()).replaceAll("\\{\\w+}", "[^/]+"));
    }

    private static void validate(JsonNode schema, JsonNode value, String at, List<String> faults) {
        if (schema.has("$ref")) {
            validate(DOCUMENT.at(schema.path("$ref").asText().substring(1)), value, at, faults);
        } else if (schema.has("oneOf")) {
            oneOf(schema.path("oneOf"), value, at, faults);
        } else if (!hasType(schema.path("type"), value)) {
            faults.add(at + " is " + value + ", not " + schema.path("type"));
        } else if (value.isObject()) {
            object(schema, value, at, faults);
        } else if (value.isArray()) {
            value.forEach(item -> validate(schema.path("items"), item, at + "[]", faults));
        } else if (schema.has("enum") && !contains(schema.path("enum"), value)) {
            faults.add(at + " is " + value + ", none of " + schema.path("enum"));
        }
    }

    private static void oneOf(JsonNode schemas, JsonNode value, String at, List<String> faults) {
        for (JsonNode schema : schemas) {
            List<String> own = new ArrayList<>();
            validate(schema, value, at, own);
            if (own.isEmpty()) {
                return;
            }
        }
        faults.add(at + " fits none of the schemas");
    }

    private static void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add(at + "/" + name.asText() + " is missing");
            }
        });
        value.properties().forEach(entry -> {
            JsonNode property = schema.path("properties").path(entry.getKey());
            JsonNode others = schema.path("additionalProperties");
            if (!property.isMissingNode()) {
                validate(property, entry.getValue(), at + "/" + entry.getKey(), faults);
            } else if (others.isObject()) {
                validate(others, entry.getValue(), at + "/" + entry.getKey(), faults);
            } else {
                faults.add(at + "/" + entry.getKey() + " is not documented");
            }
        });
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return contains(type, Json.MAPPER.getNodeFactory().textNode(typeOf(value)));
        }
        return type.isMissingNode() || type.asText().equals(typeOf(value));
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NULL -> "null";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }

    private static boolean contains(JsonNode array, JsonNode value) {
        for (JsonNode item : array) {
            if (item.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
