package io.strongroom.guard;

import com.google.auto.service.AutoService;
import io.strongroom.facts.AdminPaths;
import io.strongroom.provider.PlainFactory;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/**
 * Schedules the clean-up of stale credentials when a user's factors may have changed. Covers changes made by the
 * user, in Keycloak's admin console and through the admin API. Changes in a directory are detected at the next login.
 * The listener is global, so no realm has to enable it.
 */
@AutoService(EventListenerProviderFactory.class)
public final class FactorWatcherFactory implements EventListenerProviderFactory, PlainFactory<EventListenerProvider> {

    public static final String ID = "strongroom-factor-watcher";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                EventType type = event.getType();
                if (type == EventType.LOGIN
                        || type == EventType.UPDATE_CREDENTIAL
                        || type == EventType.REMOVE_CREDENTIAL) {
                    StaleCredentialCleanup.schedule(session, event.getRealmId(), event.getUserId());
                }
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                AdminPaths.userId(event.getResourcePath())
                        .ifPresent(userId -> StaleCredentialCleanup.schedule(session, event.getRealmId(), userId));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
