package io.strongroom.policy.store;

import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel.OrganizationMembershipEvent;
import org.keycloak.models.OrganizationModel.OrganizationRemovedEvent;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.cache.UserCache;
import org.keycloak.provider.ProviderEvent;

/** Drops cached data about organizations when it changes. */
public final class OrganizationWatcher {

    private OrganizationWatcher() {}

    public static void onProviderEvent(ProviderEvent event) {
        if (event instanceof GroupModel.GroupUpdatedEvent changed) {
            if (changed.getRealm() != null && Organizations.isOrganization(changed.getGroup())) {
                new OrganizationRules(changed.getKeycloakSession(), changed.getRealm()).drop();
            }
        } else if (event instanceof OrganizationRemovedEvent removed) {
            KeycloakSession session = removed.getKeycloakSession();
            new OrganizationRules(session, session.getContext().getRealm()).drop();
        } else if (event instanceof OrganizationMembershipEvent changed) {
            dropUser(changed.getSession(), changed.getSession().getContext().getRealm(), changed.getUser());
        } else if (event instanceof GroupModel.GroupMemberJoinEvent joined) {
            onMember(joined.getKeycloakSession(), joined.getRealm(), joined.getGroup(), joined.getUser());
        } else if (event instanceof GroupModel.GroupMemberLeaveEvent left) {
            onMember(left.getKeycloakSession(), left.getRealm(), left.getGroup(), left.getUser());
        }
    }

    private static void onMember(KeycloakSession session, RealmModel realm, GroupModel group, UserModel user) {
        if (group.getType() == GroupModel.Type.ORGANIZATION) {
            dropUser(session, realm, user);
        }
    }

    /** Keycloak keeps a cached user whose membership was changed on another model of the same user. */
    private static void dropUser(KeycloakSession session, RealmModel realm, UserModel user) {
        UserCache cache = session.getProvider(UserCache.class);
        if (cache != null) {
            cache.evict(realm, user);
        }
    }
}
