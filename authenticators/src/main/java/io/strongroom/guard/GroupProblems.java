package io.strongroom.guard;

import io.strongroom.log.Log;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Says in the log what is wrong with the attributes of a group, once for all that a transaction writes. */
final class GroupProblems {

    private static final Log LOG = Log.of(GroupProblems.class);
    private static final String PENDING = "strongroom.group-problems.";

    private GroupProblems() {}

    static void sayOnCommit(KeycloakSession session, String realmId, String groupId) {
        if (session.getAttribute(PENDING + groupId) == null) {
            session.setAttribute(PENDING + groupId, Boolean.TRUE);
            session.getTransactionManager().enlistPrepare(new OnCommit(() -> say(session, realmId, groupId)));
        }
    }

    private static void say(KeycloakSession session, String realmId, String groupId) {
        RealmModel realm = session.realms().getRealm(realmId);
        GroupModel group = realm == null ? null : session.groups().getGroupById(realm, groupId);
        if (group != null) {
            PolicyStore.problemsOf(group)
                    .forEach(problem -> LOG.warnf("realm %s: %s", realm.getName(), problem.sentence()));
        }
    }
}
