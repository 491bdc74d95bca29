package io.strongroom.admin.request;

import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.common.Profile;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** What an administrator may do: Keycloak's own permissions, fine-grained ones included, and nothing besides. */
public final class Access {

    private final AdminRequest request;
    private final AdminPermissionEvaluator auth;

    Access(AdminRequest request) {
        this.request = request;
        this.auth = request.auth();
    }

    /** The tenant's rule is seen and changed by managers of the realm only (O1). */
    public void requireManageRealm() {
        require(auth.realm().canManageRealm());
    }

    public void requireQueryUsers() {
        require(auth.users().canQuery());
    }

    public void requireViewAllUsers() {
        require(auth.users().canView());
    }

    /** For what is written without looking at permissions on single users, which might be denied. */
    public void requireViewUsersRole() {
        require(auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS));
    }

    public boolean canView(UserModel user) {
        return auth.users().canView(user);
    }

    public void requireView(UserModel user) {
        require(auth.users().canView(user));
    }

    public void requireManage(UserModel user) {
        require(auth.users().canManage(user));
    }

    /** Nobody takes a rule from themselves here: in the account console a factor is passed first. */
    public void requireManageOther(UserModel user) {
        requireManage(user);
        if (isSelf(user)) {
            throw request.refusals().forbidden("strongroomAdminNotOneself");
        }
    }

    public boolean isSelf(UserModel user) {
        return user.getId().equals(auth.adminAuth().getUser().getId());
    }

    public void requireMapRole(UserModel user, RoleModel role) {
        require(auth.users().canMapRoles(user) && auth.roles().canMapRole(role));
    }

    public void requireListGroups() {
        require(auth.groups().canList());
    }

    public boolean canView(GroupModel group) {
        return auth.groups().canView(group);
    }

    public void requireView(GroupModel group) {
        require(canView(group));
    }

    /** A group of an organization is managed by those who manage the organization as well. */
    public void requireManage(GroupModel group) {
        boolean organization = group.getOrganization() == null || auth.orgs().canManage(group.getOrganization());
        require(organization && auth.groups().canManage(group));
    }

    public void requireManageGroups() {
        require(auth.groups().canManage());
    }

    public void requireViewMembers(GroupModel group) {
        require(auth.groups().canViewMembers(group));
    }

    /** Whole numbers of everybody are for those whose role lets them change everybody's; no permission takes a user from these. */
    public boolean seesAllNumbers() {
        return auth.hasOneAdminRole(AdminRoles.MANAGE_USERS);
    }

    /** Whole numbers are for those who could change them. */
    public boolean seesNumbersOf(UserModel user) {
        return auth.users().canManage(user);
    }

    public boolean seesNumbersOf(String userId) {
        UserModel user = request.session().users().getUserById(request.realm(), userId);
        return user != null && seesNumbersOf(user);
    }

    /** In Keycloak's first version they are the server's, in the second the realm's and for its own administrators. */
    public boolean permissionsAreFineGrained() {
        return Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ) || listsAreNarrowed();
    }

    /**
     * Whether a list shows only users whom the administrator may see: Keycloak narrows queries for administrators of this realm, by
     * fine-grained permissions, and for nobody else.
     */
    public boolean listsAreNarrowed() {
        return AdminPermissionsSchema.SCHEMA.isAdminPermissionsEnabled(request.realm())
                && auth.adminAuth().getRealm().equals(request.realm());
    }

    public boolean viewsAllUsers() {
        return auth.users().canView();
    }

    private void require(boolean allowed) {
        if (!allowed) {
            throw request.refusals().forbidden("strongroomAdminForbidden");
        }
    }
}
