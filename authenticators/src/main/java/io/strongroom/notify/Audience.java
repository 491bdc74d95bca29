package io.strongroom.notify;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** The members of a data room or an organization, who may have to be notified of its new rule. */
interface Audience {

    /** Returns the groups whose direct members are the audience, or an empty list if the rule no longer applies. */
    List<GroupModel> groups();

    /**
     * Returns the notice for a member; empty if the rule does not apply to them, or if they have no accepted factor
     * or were notified within the last day.
     */
    Optional<Notice> notice(UserModel member);

    /** @param realm the realm of the session's context */
    static Audience of(NewRule rule, KeycloakSession session, RealmModel realm) {
        Announced announced = new Announced(session, realm, rule);
        return switch (rule.owner()) {
            case DATA_ROOM -> new RoomMembers(session, realm, announced);
            case ORGANIZATION -> new OrganizationMembers(session, realm, announced);
        };
    }
}
