package io.strongroom.policy.store;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.organization.OrganizationProvider;

/**
 * The groups of a realm's organizations, which Keycloak leaves out of a user's groups. They can be data rooms like any other. One
 * group stands for each organization itself and keeps its attributes: it is no data room, whatever they say.
 */
final class Organizations {

    private final KeycloakSession session;
    private final RealmModel realm;

    Organizations(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /** Whether a group stands for an organization. */
    static boolean isOrganization(GroupModel group) {
        return group.getType() == GroupModel.Type.ORGANIZATION && group.getParentId() == null;
    }

    /** In JPQL: which groups {@code g} can be data rooms. */
    String canBeRooms() {
        return provider() == null ? "g.type = 0" : "not (g.type = 1 and g.parentId = ' ')";
    }

    /**
     * The groups of organizations that a user is a direct member of, whoever asks; also where organizations are switched off in the
     * realm, since a rule ends by its own switch alone. No SQL where there are no organizations, or once Keycloak's caches know the user.
     */
    Stream<GroupModel> groupsOf(UserModel user) {
        OrganizationProvider organizations = provider();
        if (organizations == null) {
            return Stream.empty();
        }
        return inRealm(() -> organizations.hasOrganizations()
                ? AdminPermissionsSchema.runWithoutAuthorization(
                        session,
                        () -> organizations
                                .getByMember(user)
                                .flatMap(
                                        organization -> organizations.getOrganizationGroupsByMember(organization, user))
                                .toList()
                                .stream())
                : Stream.empty());
    }

    /** Organizations are found in the realm of the session's context. */
    private <T> T inRealm(Supplier<T> work) {
        RealmModel before = session.getContext().getRealm();
        if (realm.equals(before)) {
            return work.get();
        }
        session.getContext().setRealm(realm);
        try {
            return work.get();
        } finally {
            session.getContext().setRealm(before);
        }
    }

    private OrganizationProvider provider() {
        return session.getProvider(OrganizationProvider.class);
    }
}
