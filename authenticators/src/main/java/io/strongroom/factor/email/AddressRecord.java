package io.strongroom.factor.email;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known about the history of a user's address. Only this class knows the JSON of {@code two-factor-email}.
 *
 * @param hash      fingerprint of the address; null if unknown
 * @param changedAt when the address, or the password through a link sent to it, was changed, in epoch milliseconds; null
 *                  if neither was
 * @param providers aliases of identity providers that were linked through a link sent to the address
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
record AddressRecord(
        @JsonProperty("hash") String hash,
        @JsonProperty("changedAt") Long changedAt,
        @JsonProperty("providers") Set<String> providers) {

    private static final Long NEVER = null;

    AddressRecord {
        providers = providers == null ? Set.of() : Set.copyOf(providers);
    }

    static AddressRecord first(String hash) {
        return new AddressRecord(hash, NEVER, Set.of());
    }

    AddressRecord changed(String newHash, Instant now) {
        return new AddressRecord(newHash, now.toEpochMilli(), providers);
    }

    AddressRecord linked(String provider) {
        Set<String> all = new TreeSet<>(providers);
        all.add(provider);
        return new AddressRecord(hash, changedAt, all);
    }

    /** Returns the record that is as strict as both. */
    AddressRecord merge(AddressRecord newer) {
        Set<String> all = new TreeSet<>(providers);
        all.addAll(newer.providers);
        Long latest = changedAt == null || newer.changedAt != null && newer.changedAt > changedAt
                ? newer.changedAt
                : changedAt;
        return new AddressRecord(newer.hash, latest, all);
    }

    boolean isChangedAfter(Instant time) {
        return changedAt != null && changedAt > time.toEpochMilli();
    }
}
