package io.strongroom.admin.user;

import io.strongroom.admin.query.Organization;
import io.strongroom.admin.request.AdminRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;

/** The organizations that the administrator may view. Evaluates each permission once. */
public final class VisibleOrganizations {

    private final AdminRequest request;
    private final Map<String, Boolean> results = new HashMap<>();
    private Optional<Boolean> all = Optional.empty();

    public VisibleOrganizations(AdminRequest request) {
        this.request = request;
    }

    /** Returns those of the organizations that the administrator may view. */
    List<Organization> of(List<Organization> organizations) {
        return organizations.stream()
                .filter(organization -> isVisible(organization.id()))
                .toList();
    }

    /** Returns those of the organizations that exist and that the administrator may view, in the order of their names. */
    List<Organization> ofIds(List<String> ids) {
        return ids.stream()
                .filter(this::isVisible)
                .flatMap(this::find)
                .map(found -> new Organization(found.getId(), found.getName(), found.getAlias()))
                .sorted(Comparator.comparing(Organization::name))
                .toList();
    }

    /** Returns whether the administrator may view all organizations. */
    public boolean areAll() {
        if (all.isEmpty()) {
            all = Optional.of(request.access().viewsAllOrganizations());
        }
        return all.get();
    }

    private boolean isVisible(String id) {
        return areAll()
                || request.access().permissionsAreFineGrained()
                        && results.computeIfAbsent(id, any -> find(id).anyMatch(request.access()::canView));
    }

    private Stream<OrganizationModel> find(String id) {
        return Stream.ofNullable(request.session().getProvider(OrganizationProvider.class))
                .flatMap(provider -> Stream.ofNullable(provider.getById(id)));
    }
}
