package io.strongroom.guard;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/**
 * Notices that a user's factors may have changed, whoever changed them: the user, an administrator in Keycloak's own console, the
 * admin API. What a directory changes is noticed at the next login. It listens to all realms, so nobody has to add it anywhere.
 */
@AutoService(EventListenerProviderFactory.class)
public final class FactorWatcherFactory implements EventListenerProviderFactory, PlainFactory<EventListenerProvider> {

    public static final String ID = "strongroom-factor-watcher";

    /** A user, in the paths of Keycloak's admin API and of ours. */
    private static final Pattern USER = Pattern.compile("(?:^|/)(?:users|members)/([^/]+)");

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
                Matcher user = USER.matcher(event.getResourcePath() == null ? "" : event.getResourcePath());
                if (user.find()) {
                    StaleCredentialCleanup.schedule(session, event.getRealmId(), user.group(1));
                }
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
