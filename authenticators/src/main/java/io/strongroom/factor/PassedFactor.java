package io.strongroom.factor;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A second factor somebody has passed.
 *
 * @param userId       who; it counts for nobody else
 * @param type         credential type
 * @param credentialId the stored credential
 * @param at           when, in milliseconds since 1970
 */
public record PassedFactor(
        @JsonProperty("user") String userId,
        @JsonProperty("type") String type,
        @JsonProperty("credential") String credentialId,
        @JsonProperty("at") long at) {

    @JsonCreator
    public PassedFactor {}
}
