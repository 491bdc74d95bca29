package io.strongroom.policy.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.OrganizationModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Selects the organization for which a user logs in (X15): the one that Keycloak has found or that the user has chosen, else
 * the one in the scope, else the only one. All of these can come from the browser, so they only select among the user's own
 * organizations; without a selection, a user's only organization counts.
 */
final class OrganizationChoice {

    private static final String SCOPE = "scope";
    private static final String PREFIX = "organization:";

    private final AuthenticationSessionModel login;

    OrganizationChoice(AuthenticationSessionModel login) {
        this.login = login;
    }

    /**
     * Returns the organization; empty if none or several could be meant.
     *
     * @param own the user's organizations that count
     */
    Optional<OrganizationModel> among(List<OrganizationModel> own) {
        if (own.isEmpty()) {
            return Optional.empty();
        }
        String found = login.getAuthNote(OrganizationModel.ORGANIZATION_ATTRIBUTE);
        List<String> requested = requestedAliases();
        return only(own, organization -> organization.getId().equals(found))
                .or(() -> only(own, organization -> requested.contains(organization.getAlias())))
                .or(() -> only(own, organization -> true));
    }

    private static Optional<OrganizationModel> only(
            List<OrganizationModel> own, Predicate<OrganizationModel> condition) {
        List<OrganizationModel> meant = own.stream().filter(condition).toList();
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private List<String> requestedAliases() {
        String scope = login.getClientNote(SCOPE);
        return Stream.of(scope == null ? "" : scope)
                .flatMap(scopes -> Stream.of(scopes.split("\\s+")))
                .filter(word -> word.startsWith(PREFIX))
                .map(word -> word.substring(PREFIX.length()))
                .toList();
    }
}
