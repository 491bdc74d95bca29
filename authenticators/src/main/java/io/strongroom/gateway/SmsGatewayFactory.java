package io.strongroom.gateway;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes {@link SmsGateway}s from provider options ({@code --spi-sms-gateway--<id>--<option>=…}). */
public interface SmsGatewayFactory extends ProviderFactory<SmsGateway> {

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
