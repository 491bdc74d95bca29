package io.strongroom.guard;

import com.google.auto.service.AutoService;
import io.strongroom.facts.OwnFactors;
import io.strongroom.provider.PlainFactory;
import java.time.Clock;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Creates the guard, which is the {@code second-factor} required action. */
@AutoService(RequiredActionFactory.class)
public final class SecondFactorGuardFactory implements RequiredActionFactory, PlainFactory<RequiredActionProvider> {

    public static final String ID = OwnFactors.GUARD_ID;

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new SecondFactorGuard(Clock.systemUTC());
    }

    @Override
    public String getDisplayText() {
        return "Second factor (Strongroom)";
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new LinkWatcher(Clock.systemUTC())::onProviderEvent);
    }

    @Override
    public String getId() {
        return ID;
    }
}
