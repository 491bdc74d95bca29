package io.strongroom.factor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A second factor somebody has passed.
 *
 * @param userId       who; it counts for nobody else
 * @param type         credential type
 * @param credentialId the stored credential, or null where a flow's own authenticator did not say which
 * @param at           when, in milliseconds since 1970
 * @param login        the tab of the login it was passed in
 */
public record PassedFactor(
        @JsonProperty("user") String userId,
        @JsonProperty("type") String type,
        @JsonProperty("credential") String credentialId,
        @JsonProperty("at") long at,
        @JsonProperty("login") String login) {

    @JsonCreator
    public PassedFactor {}

    /** Passed in this step's login. */
    public static PassedFactor in(LoginStep step, String type, String credentialId, long at) {
        return new PassedFactor(
                step.user().getId(), type, credentialId, at, step.login().getTabId());
    }
}
