package io.strongroom.guard;

import java.util.function.BiConsumer;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Runs work on one realm in a separate transaction. */
final class RealmTransaction {

    private RealmTransaction() {}

    /** Runs the work with the realm set in the session's context. Does nothing if the realm no longer exists. */
    static void run(KeycloakSessionFactory sessions, String realmId, BiConsumer<KeycloakSession, RealmModel> work) {
        KeycloakModelUtils.runJobInTransaction(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm != null) {
                session.getContext().setRealm(realm);
                work.accept(session, realm);
            }
        });
    }
}
