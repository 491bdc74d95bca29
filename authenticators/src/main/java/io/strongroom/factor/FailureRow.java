package io.strongroom.factor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.throttle.FailureLock;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

/**
 * Wrong entries in a row, as they are stored: the one place that knows the JSON of {@code two-factor-failures}.
 *
 * @param factor        credential type of the factor
 * @param authenticator what of that factor was guessed at: the credential's id, or the fingerprint of a number
 * @param failures      how many
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailureRow(
        @JsonProperty("factor") String factor,
        @JsonProperty("authenticator") String authenticator,
        @JsonProperty("failures") int failures) {

    /** Type of the credential. */
    public static final String TYPE = "two-factor-failures";

    /** Nobody gets more entries than the others by a number that was imported. */
    public FailureRow {
        failures = Math.max(0, failures);
    }

    /** Empty where it is something else, or can't be read. */
    public static Optional<FailureRow> of(CredentialModel model) {
        if (!TYPE.equals(model.getType())) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JsonSerialization.readValue(model.getCredentialData(), FailureRow.class));
        } catch (IOException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    boolean isOf(String otherFactor, String otherAuthenticator) {
        return otherFactor.equals(factor) && otherAuthenticator.equals(authenticator);
    }

    public boolean locks() {
        return failures >= FailureLock.MOST;
    }

    /** Writes it over what is stored, or into a new credential. */
    CredentialModel into(CredentialModel model) {
        model.setType(TYPE);
        model.setCredentialData(json());
        model.setSecretData("{}");
        return model;
    }

    /** As it is stored, but for what was guessed at. */
    public String countJson() {
        return new FailureRow(factor, null, failures).json();
    }

    private String json() {
        try {
            return JsonSerialization.writeValueAsString(this);
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }
}
