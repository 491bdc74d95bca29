package io.strongroom.factor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/**
 * A second factor that a user has passed.
 *
 * @param userId       id of the user; the factor doesn't count for other users
 * @param type         credential type
 * @param credentialId id of the credential; null if another authenticator in the flow verified the factor without
 *                     reporting the id
 * @param at           time when the user passed the factor, in epoch milliseconds
 * @param login        tab id of the login in which the user passed the factor
 * @param traits       what else is known about how the user passed the factor, in words of its type
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record PassedFactor(
        @JsonProperty("user") String userId,
        @JsonProperty("type") String type,
        @JsonProperty("credential") String credentialId,
        @JsonProperty("at") long at,
        @JsonProperty("login") String login,

        @JsonProperty("traits") @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Set<String> traits) {

    @JsonCreator
    public PassedFactor {
        traits = traits == null ? Set.of() : Set.copyOf(traits);
    }

    public PassedFactor(String userId, String type, String credentialId, long at, String login) {
        this(userId, type, credentialId, at, login, Set.of());
    }

    /** Returns a factor passed in this step's login. */
    public static PassedFactor in(LoginStep step, String type, String credentialId, long at) {
        return new PassedFactor(
                step.user().getId(), type, credentialId, at, step.login().getTabId());
    }
}
