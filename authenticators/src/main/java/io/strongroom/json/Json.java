package io.strongroom.json;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.util.JsonSerialization;

/** Reads and writes JSON in credentials, notes and attributes. */
public final class Json {

    private Json() {}

    /** Writes a value. Never fails for Strongroom's own types. */
    public static String write(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a value; empty if there is no text, or if it can't be read. */
    public static <T> Optional<T> read(String text, Class<T> type) {
        try {
            return text == null ? Optional.empty() : Optional.ofNullable(JsonSerialization.readValue(text, type));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Reads a value; empty if there is no text, or if it can't be read. */
    public static <T> Optional<T> read(String text, TypeReference<T> type) {
        try {
            return text == null ? Optional.empty() : Optional.ofNullable(JsonSerialization.readValue(text, type));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
