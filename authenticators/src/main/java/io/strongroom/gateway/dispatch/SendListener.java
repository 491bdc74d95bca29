package io.strongroom.gateway.dispatch;

import org.keycloak.models.KeycloakSession;

/** Receives a message's result, in a separate session with an open transaction, not on the login's thread. */
@FunctionalInterface
public interface SendListener {
    void sent(KeycloakSession session, Attempts attempts);
}
