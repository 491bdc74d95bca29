package io.strongroom.flow;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A flow condition that depends on the user. */
interface UserCondition extends ConditionalAuthenticator {

    @Override
    default void action(AuthenticationFlowContext context) {}

    @Override
    default boolean requiresUser() {
        return true;
    }

    @Override
    default void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    default void close() {}
}
