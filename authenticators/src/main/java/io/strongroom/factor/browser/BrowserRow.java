package io.strongroom.factor.browser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * What is stored of a remembered browser beside the hash of its cookie: the one place that knows the JSON of {@code
 * remembered-browser}.
 *
 * @param factors fingerprint of the factors it was remembered with, or null where an import did not know it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BrowserRow(@JsonProperty("factors") String factors) {

    /** Empty where it can't be read. */
    static Optional<BrowserRow> of(CredentialModel model) {
        try {
            return Optional.ofNullable(JsonSerialization.readValue(model.getCredentialData(), BrowserRow.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether it is certain that the factors have changed since. */
    boolean isOutlivedBy(FactorMark mark) {
        return factors != null && !factors.equals(mark.fingerprint());
    }

    String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }
}
