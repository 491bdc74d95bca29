package io.strongroom.owner;

import io.strongroom.owner.RoleHolders.Grants;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Finds some of the members of an organization without loading the others, among them users of directories that are not
 * imported.
 */
final class Members {

    private static final String LOCAL = members("m.user.id", "User");
    private static final String FEDERATED = members("m.userId", "FederatedUser");

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String organizationId;

    Members(KeycloakSession session, RealmModel realm, String organizationId) {
        this.session = session;
        this.realm = realm;
        this.organizationId = organizationId;
    }

    /** @param tables first word of the names of the entities */
    private static String members(String user, String tables) {
        String sameUser = user.substring("m.".length());
        return ("select distinct %1$s from %2$sGroupMembershipEntity m, OrganizationEntity o"
                        + " where o.id = :organization and m.groupId = o.groupId and ("
                        + "exists (select 1 from %2$sRoleMappingEntity r where r.%3$s = %1$s and r.roleId in (:roles))"
                        + " or exists (select 1 from %2$sGroupMembershipEntity g where g.%3$s = %1$s"
                        + " and g.groupId in (:groups)))")
                .formatted(user, tables, sameUser);
    }

    /** Returns the members who are direct members of one of these groups. */
    Stream<UserModel> inAny(Collection<String> groups) {
        return with(new Grants(Set.of(), Set.copyOf(groups)));
    }

    /** Returns the members with one of the roles or in one of the groups. */
    Stream<UserModel> with(Grants grants) {
        return Stream.of(LOCAL, FEDERATED)
                .flatMap(query -> session
                        .getProvider(JpaConnectionProvider.class)
                        .getEntityManager()
                        .createQuery(query, String.class)
                        .setParameter("organization", organizationId)
                        .setParameter("roles", grants.roles())
                        .setParameter("groups", grants.groups())
                        .getResultList()
                        .stream())
                .map(id -> session.users().getUserById(realm, id))
                .filter(Objects::nonNull);
    }
}
