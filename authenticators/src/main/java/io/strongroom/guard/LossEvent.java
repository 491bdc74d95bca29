package io.strongroom.guard;

import io.strongroom.json.Json;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Emits the admin event about a lost policy. It names no user, because the loss is noticed later. */
record LossEvent(KeycloakSession session, RealmModel realm, Clock clock) {

    /**
     * @param path   the lost policy's path in the admin API
     * @param before its attributes
     */
    void emit(String path, Map<String, String> before) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(clock.millis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setResourceTypeAsString("TWO_FACTOR");
        event.setOperationType(OperationType.DELETE);
        event.setResourcePath(path);
        AuthDetails unknownUser = new AuthDetails();
        unknownUser.setRealmId(realm.getId());
        unknownUser.setRealmName(realm.getName());
        event.setAuthDetails(unknownUser);
        event.setRepresentation(Json.write(Map.of("before", before)));
        boolean includeRepresentation = realm.isAdminEventsDetailsEnabled();
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, includeRepresentation);
        }
        realm.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(Objects::nonNull)
                .forEach(listener -> listener.onEvent(event, includeRepresentation));
    }
}
