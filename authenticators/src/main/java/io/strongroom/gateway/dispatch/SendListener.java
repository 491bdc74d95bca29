package io.strongroom.gateway.dispatch;

import org.keycloak.models.KeycloakSession;

/** Receives the result of a message, in a session of its own with an open transaction, not on the login's thread. */
@FunctionalInterface
public interface SendListener {
    void sent(KeycloakSession session, Attempts attempts);
}
