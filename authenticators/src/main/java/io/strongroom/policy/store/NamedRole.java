package io.strongroom.policy.store;

import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.RoleUtils;

/** Finds the roles that a policy names. */
public final class NamedRole {

    private NamedRole() {}

    /**
     * Returns the role with this name: a realm role, a client role written as {@code client.role}, or, if there is no
     * such realm role, a role of the client {@code realm-management}, such as {@code realm-admin}.
     */
    public static Optional<RoleModel> of(KeycloakSession session, RealmModel realm, String name) {
        return Optional.ofNullable(KeycloakModelUtils.getRoleFromString(session, realm, name))
                .or(() -> ofManagement(realm, name));
    }

    /** Returns whether a user has the role with this name. */
    public static boolean isHeld(KeycloakSession session, RealmModel realm, String name, UserModel user) {
        return of(session, realm, name).filter(role -> isHeld(user, role)).isPresent();
    }

    /**
     * Returns whether a user has a role, apart from roles of organizations' groups. Keycloak counts those only in requests
     * that have changed the user, and a rule must not depend on that.
     */
    static boolean isHeld(UserModel user, RoleModel role) {
        return user.hasRole(role)
                && (user.getGroupsStream().allMatch(NamedRole::isOfRealm)
                        || RoleUtils.hasRole(user.getRoleMappingsStream(), role)
                        || RoleUtils.hasRoleFromGroup(user.getGroupsStream().filter(NamedRole::isOfRealm), role, true));
    }

    private static boolean isOfRealm(GroupModel group) {
        return group.getType() == GroupModel.Type.REALM;
    }

    private static Optional<RoleModel> ofManagement(RealmModel realm, String name) {
        ClientModel management = realm.getClientByClientId(Constants.REALM_MANAGEMENT_CLIENT_ID);
        return Optional.ofNullable(management).map(client -> client.getRole(name));
    }
}
