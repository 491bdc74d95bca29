package io.strongroom.admin.request;

import java.util.function.Predicate;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.common.Profile;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.GroupModel;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Checks what an administrator may do, using only Keycloak's own permissions, including fine-grained ones. */
public final class Access {

    private final AdminRequest request;
    private final AdminPermissionEvaluator auth;

    Access(AdminRequest request) {
        this.request = request;
        this.auth = request.auth();
    }

    /** Checks the right to read and change the tenant policy (O1). */
    public void requireManageRealm() {
        require(auth.realm().canManageRealm());
    }

    public void requireQueryUsers() {
        require(auth.users().canQuery());
    }

    /** Checks the right to read the policy, or to list users, groups or organizations. */
    public void requireAnyList() {
        require(auth.realm().canManageRealm()
                || auth.users().canQuery()
                || auth.groups().canList()
                || auth.orgs().canQuery());
    }

    public void requireViewAllUsers() {
        require(auth.users().canView());
    }

    /**
     * Checks for the role that allows responses about all users, even those for whom a fine-grained permission
     * might be denied.
     */
    public void requireViewUsersRole() {
        require(viewsUsersByRole());
    }

    /** Returns whether the administrator's role lets them see all users; no permission restricts this role. */
    public boolean viewsUsersByRole() {
        return auth.hasOneAdminRole(AdminRoles.VIEW_USERS, AdminRoles.MANAGE_USERS);
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

    /**
     * Checks the right to manage a user. Refuses changes to the administrator's own factors, which the account
     * console allows after a factor has been passed.
     */
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

    /** Checks the right to learn whether a group of the realm or of an organization exists. */
    public void requireFindGroups() {
        require(auth.groups().canList() || auth.orgs().canQuery());
    }

    /** Returns whether the administrator may view a group, or the organization to which it belongs. */
    public boolean canView(GroupModel group) {
        return auth.groups().canView(group) || isInOrganization(group, auth.orgs()::canView);
    }

    private static boolean isInOrganization(GroupModel group, Predicate<OrganizationModel> allows) {
        return group.getOrganization() != null && allows.test(group.getOrganization());
    }

    public void requireView(GroupModel group) {
        require(canView(group));
    }

    /**
     * Checks the right to manage a group or, if it belongs to an organization, to manage the organization: Keycloak's own
     * API asks for nothing else.
     */
    public void requireManage(GroupModel group) {
        require(
                group.getOrganization() == null
                        ? auth.groups().canManage(group)
                        : auth.orgs().canManage(group.getOrganization()));
    }

    public boolean canView(OrganizationModel organization) {
        return auth.orgs().canView(organization);
    }

    public boolean viewsAllOrganizations() {
        return auth.orgs().canView();
    }

    public void requireManageGroups() {
        require(auth.groups().canManage());
    }

    public void requireViewMembers(GroupModel group) {
        require(auth.groups().canViewMembers(group) || listsMembers() && isInOrganization(group, auth.orgs()::canView));
    }

    public void requireQueryOrganizations() {
        require(auth.orgs().canQuery());
    }

    /**
     * Returns whether a list of organizations shows any: those that the administrator may view by a role, or by a
     * fine-grained permission.
     */
    public boolean listsOrganizations() {
        return viewsAllOrganizations() || listsAreNarrowed();
    }

    public void requireView(OrganizationModel organization) {
        require(canView(organization));
    }

    public boolean canManage(OrganizationModel organization) {
        return auth.orgs().canManage(organization);
    }

    /** Returns whether the administrator's role lets them change all organizations. */
    public boolean managesAllOrganizations() {
        return auth.orgs().canManage();
    }

    public void requireManage(OrganizationModel organization) {
        require(canManage(organization));
    }

    /**
     * Returns whether lists contain members of the organizations that the administrator may view: the same as
     * Keycloak's own list of members. Which members they contain, the fine-grained permissions on users decide.
     */
    public boolean listsMembers() {
        return auth.users().canQuery() && (viewsAllUsers() || listsAreNarrowed());
    }

    /** Checks the right to see members of an organization that the administrator may view. */
    public void requireListMembers() {
        require(listsMembers());
    }

    /** Returns whether the administrator's role lets them change, and therefore see, all numbers; no permission restricts this role. */
    public boolean seesAllNumbers() {
        return auth.hasOneAdminRole(AdminRoles.MANAGE_USERS);
    }

    /** Returns whether the administrator may change, and therefore see, the user's numbers in full. */
    public boolean seesNumbersOf(UserModel user) {
        return auth.users().canManage(user);
    }

    public boolean seesNumbersOf(String userId) {
        UserModel user = request.session().users().getUserById(request.realm(), userId);
        return user != null && seesNumbersOf(user);
    }

    /**
     * Returns whether fine-grained permissions apply. Version 1 is enabled for the whole server; version 2 is
     * enabled per realm, for the realm's own administrators.
     */
    public boolean permissionsAreFineGrained() {
        return Profile.isFeatureEnabled(Profile.Feature.ADMIN_FINE_GRAINED_AUTHZ) || listsAreNarrowed();
    }

    /**
     * Returns whether a list shows only users whom the administrator may see: Keycloak filters queries by fine-grained permissions only
     * for administrators of this realm.
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
