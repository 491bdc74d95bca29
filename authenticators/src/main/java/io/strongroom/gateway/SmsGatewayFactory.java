package io.strongroom.gateway;

import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes {@link SmsGateway}s from provider options ({@code --spi-sms-gateway--<id>--<option>=…}). */
public interface SmsGatewayFactory extends ProviderFactory<SmsGateway> {

    /** What an administrator has to mend before messages can leave, or empty where nothing; for the health note. */
    default Optional<String> fault() {
        return Optional.empty();
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
