package io.strongroom.admin.user;

import io.strongroom.admin.request.AdminRequest;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** One user is asked because of a role: users can't edit their roles (C7). */
final class RequiredRole {

    private final AdminRequest request;
    private final Set<String> named;
    private final Set<String> usual = TenantPolicy.parse(name -> null).roles().required();

    RequiredRole(AdminRequest request) {
        this.request = request;
        this.named = new PolicyStore(request.session(), request.realm())
                .tenant()
                .roles()
                .required();
    }

    boolean isHeldBy(UserModel user) {
        return roles().stream().anyMatch(user::hasRole);
    }

    /** Grants the first of the roles the policy names; the usual one is made where it is missing: it carries no rights. */
    void grant(UserModel user) {
        RoleModel role = roles().stream()
                .findFirst()
                .or(this::makeUsual)
                .orElseThrow(() -> request.refusals().because(Status.CONFLICT, "strongroomAdminNoRequiredRole"));
        request.access().requireMapRole(user, role);
        user.grantRole(role);
    }

    /** @return false where the user holds one by a group or another role still */
    boolean revoke(UserModel user) {
        List<RoleModel> direct = roles().stream().filter(user::hasDirectRole).toList();
        direct.forEach(role -> request.access().requireMapRole(user, role));
        direct.forEach(user::deleteRoleMapping);
        return !isHeldBy(user);
    }

    private List<RoleModel> roles() {
        return named.stream()
                .map(name -> KeycloakModelUtils.getRoleFromString(request.session(), request.realm(), name))
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<RoleModel> makeUsual() {
        return named.stream()
                .filter(usual::contains)
                .findFirst()
                .map(name -> request.realm().addRole(name));
    }
}
