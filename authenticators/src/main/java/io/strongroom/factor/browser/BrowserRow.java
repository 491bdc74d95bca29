package io.strongroom.factor.browser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * The stored data of a remembered browser, besides the hash of its cookie. Only this class knows the JSON of {@code
 * remembered-browser}.
 *
 * @param factors fingerprint of the user's factors when the browser was remembered, or null if imported without it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BrowserRow(@JsonProperty("factors") String factors) {

    /** Reads a stored row; empty if it can't be read. */
    static Optional<BrowserRow> of(CredentialModel model) {
        try {
            return Optional.ofNullable(JsonSerialization.readValue(model.getCredentialData(), BrowserRow.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Returns whether the factors have changed since; false if that is unknown. */
    boolean isStaleFor(FactorSnapshot snapshot) {
        return factors != null && !factors.equals(snapshot.fingerprint());
    }

    String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }
}
