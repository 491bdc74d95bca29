package io.strongroom.guard;

import io.strongroom.log.Log;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Logs a group's invalid attributes, once per transaction that changes the group. */
final class GroupProblems {

    private static final Log LOG = Log.of(GroupProblems.class);

    private GroupProblems() {}

    static void logOnCommit(KeycloakSession session, String realmId, String groupId) {
        new OncePerTransaction(session, "group-problems." + groupId).beforeCommit(() -> log(session, realmId, groupId));
    }

    private static void log(KeycloakSession session, String realmId, String groupId) {
        RealmModel realm = session.realms().getRealm(realmId);
        GroupModel group = realm == null ? null : session.groups().getGroupById(realm, groupId);
        if (group != null) {
            PolicyStore.problemsOf(group, new PolicyStore(session, realm).tenant())
                    .forEach(problem -> LOG.warnf("realm %s: %s", realm.getName(), problem.sentence()));
        }
    }
}
