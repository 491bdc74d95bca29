package io.strongroom.factor.link;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * What decided whether a user was asked, and by which number, before an unproven link. A provider's mappers may change all of it when
 * the link is made and at every login through it, and whoever made the link knew the password only.
 *
 * @param exempt       whether the user held a role that exempts
 * @param required     whether the user held a role that requires a second factor
 * @param numbers      of the profile, as they were written
 * @param administered ids of the data rooms that the user administered
 */
public record BeforeLink(
        @JsonProperty("exempt") boolean exempt,
        @JsonProperty("required") boolean required,
        @JsonProperty("numbers") List<String> numbers,
        @JsonProperty("administered") Set<String> administered) {

    public BeforeLink {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        administered = administered == null ? Set.of() : Set.copyOf(administered);
    }

    /** Keeps numbers out of logs. */
    @Override
    public String toString() {
        return "account before a link";
    }
}
