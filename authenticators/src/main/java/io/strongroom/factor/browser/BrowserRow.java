package io.strongroom.factor.browser;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.json.Json;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;

/**
 * The stored data of a remembered browser, except the hash of its cookie. Only this class knows the JSON of
 * {@code remembered-browser}.
 *
 * @param factors fingerprint of the user's factors when the browser was remembered; null if the row was imported
 *                without one
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record BrowserRow(@JsonProperty("factors") String factors) {

    /** Reads a stored row; empty if it is unreadable. */
    static Optional<BrowserRow> of(CredentialModel model) {
        return Json.read(model.getCredentialData(), BrowserRow.class);
    }

    /** Returns whether the factors have changed since the browser was remembered; false if unknown. */
    boolean isStaleFor(FactorSnapshot snapshot) {
        return factors != null && !factors.equals(snapshot.fingerprint());
    }

    String json() {
        return Json.write(this);
    }
}
