package io.strongroom.admin.user;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.NamedRole;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;

/** Requires a second factor from a single user by granting a role, because users can't edit their own roles (C7). */
final class RequiredRole {

    private final AdminRequest request;
    private final Set<String> named;
    private final Set<String> defaults =
            TenantPolicy.parse(name -> null).roles().required();

    RequiredRole(AdminRequest request) {
        this.request = request;
        this.named = request.tenant().roles().required();
    }

    boolean isHeldBy(UserModel user) {
        return roles().stream().anyMatch(user::hasRole);
    }

    /**
     * Grants the first of the policy's roles that exists in the realm. If none exists and the policy contains the
     * default role, creates that role, which carries no rights.
     */
    void grant(UserModel user) {
        RoleModel role = roles().stream()
                .findFirst()
                .or(this::createDefault)
                .orElseThrow(() -> request.refusals().because(Status.CONFLICT, "strongroomAdminNoRequiredRole"));
        request.access().requireMapRole(user, role);
        user.grantRole(role);
    }

    /**
     * Revokes the roles that require a second factor.
     *
     * @return false if the user still has such a role through a group or another role
     */
    boolean revoke(UserModel user) {
        List<RoleModel> direct = roles().stream().filter(user::hasDirectRole).toList();
        direct.forEach(role -> request.access().requireMapRole(user, role));
        direct.forEach(user::deleteRoleMapping);
        return !isHeldBy(user);
    }

    private List<RoleModel> roles() {
        return named.stream()
                .flatMap(name -> NamedRole.of(request.session(), request.realm(), name).stream())
                .toList();
    }

    private Optional<RoleModel> createDefault() {
        return named.stream()
                .filter(defaults::contains)
                .findFirst()
                .map(name -> request.realm().addRole(name));
    }
}
