package io.strongroom.policy.store;

import io.strongroom.policy.AppliedPolicy;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Method;
import io.strongroom.policy.OrganizationPolicy;
import io.strongroom.policy.OrganizationRule;
import io.strongroom.policy.OrganizationTenant;
import io.strongroom.policy.Problem;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.Tenancy;
import io.strongroom.policy.TenantPolicy;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Reads the policies of a tenant and its data rooms. */
public final class PolicyStore {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AttributedGroups groups;
    private final Organizations organizations;

    public PolicyStore(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.groups = new AttributedGroups(session, realm);
        this.organizations = new Organizations(session, realm);
    }

    /** Returns the realm's own policy, without those of its organizations. */
    public TenantPolicy tenant() {
        return ParsedPolicy.of(session, realm);
    }

    /** Returns the policies of the user's tenants: the realm's, and those of the user's organizations. */
    public Tenancy tenancyOf(UserModel user) {
        return new Tenancy(tenant(), organizations.rulesOf(user));
    }

    /** Returns the policies of all organizations that have one. */
    public Collection<OrganizationRule> organizations() {
        return organizations.rules();
    }

    /**
     * Returns the organization for which a user logs in; empty if the login is for the realm, or it is unclear for which
     * organization it is.
     */
    public Optional<OrganizationTenant> organizationOf(AuthenticationSessionModel login, UserModel user) {
        return new OrganizationChoice(login)
                .among(organizations.enabledOf(user))
                .map(chosen -> organizations.tenant(chosen, tenant()));
    }

    /** Returns an organization, with its policy; empty if the realm has no such organization. */
    public Optional<OrganizationTenant> organization(String id) {
        return organizations.find(id).map(found -> organizations.tenant(found, tenant()));
    }

    /** Returns the policies of all organizations that have one, as they are stored. */
    public Collection<StoredOrganization> storedOrganizations() {
        return organizations.stored();
    }

    /** Returns the ids of all organizations of a user, with or without a policy. */
    public List<String> organizationIdsOf(UserModel user) {
        return organizations.membershipsOf(user).organizations();
    }

    /** Returns whether the realm has organizations, with or without a policy. */
    public boolean hasOrganizations() {
        return organizations.exist();
    }

    /** Returns the group whose direct members are the members of an organization; empty if there is none. */
    public Optional<GroupModel> groupOf(String organizationId) {
        return organizations.groupOf(organizationId);
    }

    /** Returns the policy that applies to the user, by the roles that the user has now. */
    public AppliedPolicy appliedTo(UserModel user) {
        Predicate<Set<String>> holdsAny =
                names -> names.stream().anyMatch(name -> NamedRole.isHeld(session, realm, name, user));
        return tenancyOf(user).applied(holdsAny, holdsAny);
    }

    /** Returns whether the realm or one of its organizations accepts a method, apart from data rooms. */
    public boolean acceptedByAnyTenant(Method method) {
        TenantPolicy tenant = tenant();
        return tenant.accepts(method)
                || organizations.rules().stream()
                        .anyMatch(rule -> rule.in(tenant).policy().methods().contains(method));
    }

    /** Returns whether any rule of this realm can require a second factor. */
    public boolean anyPolicy() {
        return tenant().enforcement() != Enforcement.OFF || groups.anyEnforcing() || anyOrganization();
    }

    private boolean anyOrganization() {
        return organizations.rules().stream()
                .anyMatch(rule -> rule.in(tenant()).policy().enforcement() != Enforcement.OFF);
    }

    /** Returns the problems with the attributes of the tenant's groups, without those of organizations. */
    public List<Problem> problemsOfGroups() {
        return groups.withAny(RoomPolicy.RULE_PREFIX, RoomPolicy.DATA_ROOM)
                .filter(group -> !Organizations.isOrganization(group))
                .flatMap(group -> problemsOf(group, tenant()).stream())
                .toList();
    }

    /** Returns whether a group has any rule or data room attribute, regardless of its value. */
    public static boolean hasPolicyAttributes(GroupModel group) {
        return group.getAttributes().keySet().stream()
                .anyMatch(name -> name.startsWith(RoomPolicy.RULE_PREFIX) || name.startsWith(RoomPolicy.DATA_ROOM));
    }

    /**
     * Returns the problems with the attributes of one group.
     *
     * @param tenant the realm's policy
     */
    public static List<Problem> problemsOf(GroupModel group, TenantPolicy tenant) {
        return Organizations.isOrganization(group)
                ? OrganizationPolicy.problemsOf(
                                RoomPath.organizationName(group), GroupAttributes.ofPolicy(group), tenant)
                        .toList()
                : RoomPolicy.problemsOf(group.getName(), attributesOf(group)).toList();
    }

    /**
     * Returns the problems with the attributes of an organization.
     *
     * @param groupId id of the internal group that stores them
     */
    public List<Problem> problemsOfOrganization(String groupId) {
        return Optional.ofNullable(session.groups().getGroupById(realm, groupId)).stream()
                .flatMap(group -> problemsOf(group, tenant()).stream())
                .toList();
    }

    /** Returns the user's data rooms, including those joined through a group within the room. */
    public List<Room> roomsOf(UserModel user) {
        return roomsOf(user, group -> false);
    }

    /** @param requested tests whether the application requested this data room by name */
    public List<Room> roomsOf(UserModel user, Predicate<GroupModel> requested) {
        Map<String, Room> rooms = new LinkedHashMap<>();
        Stream.concat(user.getGroupsStream(), organizations.groupsOf(user))
                .forEach(group -> collectRooms(group, rooms, requested));
        return List.copyOf(rooms.values());
    }

    /** Returns a data room as an ordinary member sees it; empty if there is no such room any more. */
    public Optional<Room> room(String id) {
        return Optional.ofNullable(session.groups().getGroupById(realm, id))
                .filter(RoomStore::isRoom)
                .map(group -> new Room(group.getId(), group.getName(), policyOf(group), false, false));
    }

    private static void collectRooms(GroupModel membership, Map<String, Room> rooms, Predicate<GroupModel> requested) {
        boolean administrator = false;
        for (GroupModel group = membership; group != null; group = group.getParent()) {
            if (RoomStore.isRoom(group)) {
                Room room =
                        new Room(group.getId(), group.getName(), policyOf(group), administrator, requested.test(group));
                rooms.merge(group.getId(), room, PolicyStore::administratorWins);
                administrator = false; // an enclosing room has its own administrators
            }
            administrator |= RoomPolicy.isAdministrators(attributesOf(group));
        }
    }

    private static Room administratorWins(Room one, Room other) {
        return one.administrator() ? one : other;
    }

    private static RoomPolicy policyOf(GroupModel group) {
        return RoomPolicy.parse(attributesOf(group));
    }

    private static UnaryOperator<String> attributesOf(GroupModel group) {
        return GroupAttributes.of(group);
    }
}
