package io.strongroom.factor.link;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * The account data that affected decisions about a user before an unproven link. A provider's mappers may change all
 * of it when the link is created and at every login through it, although the link was created with only the password.
 *
 * @param exempt       whether the user had a role that exempts them from the tenant's rule
 * @param required     whether the user had a role that requires a second factor
 * @param numbers      the profile's phone numbers, as written
 * @param administered ids of the data rooms that the user administered
 * @param rooms        ids of the data rooms that the user was a member of
 * @param roles        the roles held to methods of their own that the user had
 * @param address      id of the verified e-mail address; empty if there was none or an older version wrote the mark
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record BeforeLink(
        @JsonProperty("exempt") boolean exempt,
        @JsonProperty("required") boolean required,
        @JsonProperty("numbers") List<String> numbers,
        @JsonProperty("administered") Set<String> administered,
        @JsonProperty("rooms") Set<String> rooms,
        @JsonProperty("roles") Set<String> roles,
        @JsonProperty("address") String address) {

    /**
     * Counts as a number because it contains a digit, but can't be parsed. Without a number, the password would be
     * enough to enrol one.
     */
    private static final String UNREADABLE_NUMBER = "number 0 of an unreadable mark";

    /**
     * The data that applies if a mark can't be read: the user is not exempt, needs a factor, has an unreadable number
     * and administers no data room.
     */
    static final BeforeLink STRICTEST =
            new BeforeLink(false, true, List.of(UNREADABLE_NUMBER), Set.of(), Set.of(), Set.of(), "");

    public BeforeLink {
        numbers = numbers == null ? List.of() : List.copyOf(numbers);
        administered = administered == null ? Set.of() : Set.copyOf(administered);
        rooms = rooms == null ? Set.of() : Set.copyOf(rooms);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        address = address == null ? "" : address;
    }

    /** Returns a text without phone numbers, so that logs don't contain any. */
    @Override
    public String toString() {
        return "account before a link";
    }
}
