package io.strongroom.factor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.strongroom.json.Json;
import io.strongroom.throttle.FailureLock;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;

/**
 * The stored number of consecutive wrong entries. Only this class knows the JSON of {@code two-factor-failures}.
 *
 * @param factor        credential type of the factor
 * @param authenticator the counter's key: the credential's id, or the fingerprint of a number; null if hidden
 * @param failures      number of failures, at least 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record FailureRow(
        @JsonProperty("factor") String factor,
        @JsonProperty("authenticator") String authenticator,
        @JsonProperty("failures") int failures) {

    /** Credential type of these rows. */
    public static final String TYPE = "two-factor-failures";

    private static final String HIDDEN = null;

    /** Replaces a negative number, for example from an import, with 0, so that it doesn't allow extra entries. */
    public FailureRow {
        failures = Math.max(0, failures);
    }

    /** Reads a stored row; empty if the credential has another type or can't be read. */
    public static Optional<FailureRow> of(CredentialModel model) {
        if (!TYPE.equals(model.getType())) {
            return Optional.empty();
        }
        return Json.read(model.getCredentialData(), FailureRow.class);
    }

    boolean isOf(String otherFactor, String otherAuthenticator) {
        return otherFactor.equals(factor) && otherAuthenticator.equals(authenticator);
    }

    public boolean locks() {
        return failures >= FailureLock.MAX_FAILURES;
    }

    /** Writes this row into a stored or new credential. */
    CredentialModel into(CredentialModel model) {
        model.setType(TYPE);
        model.setCredentialData(json());
        model.setSecretData("{}");
        return model;
    }

    /** Returns the stored JSON without {@code authenticator}. */
    public String countJson() {
        return new FailureRow(factor, HIDDEN, failures).json();
    }

    private String json() {
        return Json.write(this);
    }
}
