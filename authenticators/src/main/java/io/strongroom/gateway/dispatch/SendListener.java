package io.strongroom.gateway.dispatch;

import org.keycloak.models.KeycloakSession;

/** Hears what became of a message. */
@FunctionalInterface
public interface SendListener {
    void sent(KeycloakSession session, Attempts attempts);
}
