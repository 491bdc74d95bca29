package io.strongroom.admin.organization;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.owner.Owners;
import io.strongroom.policy.OrganizationRule;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** The owners of an organization without an accepted factor, as an administrator may see them. */
final class MissingOwners {

    /** Stands for the owners whom the administrator may not see. */
    private static final String OTHERS = "…";

    private final List<UserModel> all;
    private final List<UserModel> visible;

    /** @param rule the policy to check, which may not be in force yet */
    MissingOwners(AdminRequest request, OrganizationRule rule) {
        this.all =
                Owners.ofOrganization(request.session(), request.realm(), rule).missing();
        this.visible = all.stream().filter(request.access()::canView).toList();
    }

    List<UserModel> visible() {
        return visible;
    }

    /** Returns the user names of the visible owners, and one entry for all others. */
    List<String> names() {
        Stream<String> names = visible.stream().map(UserModel::getUsername).sorted();
        return Stream.concat(names, visible.size() < all.size() ? Stream.of(OTHERS) : Stream.empty())
                .toList();
    }
}
