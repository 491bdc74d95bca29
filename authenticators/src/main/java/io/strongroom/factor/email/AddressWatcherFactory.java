package io.strongroom.factor.email;

import com.google.auto.service.AutoService;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Creates the listener that notices changed addresses. It is global, so no realm has to enable it. */
@AutoService(EventListenerProviderFactory.class)
public final class AddressWatcherFactory implements EventListenerProviderFactory {

    public static final String ID = "strongroom-address-watcher";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new AddressWatcher(session, Clock.systemUTC());
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
