package io.strongroom.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policy that applies to a user.
 *
 * @param policy   the strictest reading of the policies of the user's tenants
 * @param parts    each of these policies that applies
 * @param required whether the user has a role that requires a second factor
 * @param exempt   whether the user has a role that exempts them from every policy
 */
public record AppliedPolicy(TenantPolicy policy, List<Part> parts, boolean required, boolean exempt) {

    /**
     * The policy of one of the user's tenants.
     *
     * @param organization id of the organization; empty for the realm
     * @param required     whether the user has one of the roles that it requires
     */
    record Part(Optional<String> organization, TenantPolicy policy, boolean required) {

        boolean asks(boolean ifOptional) {
            return switch (policy.enforcement()) {
                case OFF -> false;
                case OPTIONAL -> ifOptional || required;
                case REQUIRED -> true;
            };
        }
    }

    /**
     * A tenant whose policy asks a user for a second factor.
     *
     * @param organization id of the organization; empty for the realm
     */
    public record Asking(Optional<String> organization) {}

    /** Returns the accepted methods of each of the user's organizations whose policy applies. */
    public List<Set<Method>> organizations() {
        return parts.stream()
                .filter(part -> part.organization().isPresent())
                .map(part -> part.policy().methods())
                .toList();
    }

    /**
     * Returns the tenants whose policies ask the user, the realm first.
     *
     * @param ifOptional whether policies that leave the second factor optional ask this user, with or without a required role
     */
    public List<Asking> askedBy(boolean ifOptional) {
        Stream<Part> asking = exempt ? Stream.empty() : parts.stream().filter(part -> part.asks(ifOptional));
        return asking.map(part -> new Asking(part.organization())).toList();
    }
}
