package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import org.keycloak.models.KeycloakSession;

/** Hears what became of a message. */
@FunctionalInterface
public interface OutcomeListener {
    void sent(KeycloakSession session, SendResult result);
}
