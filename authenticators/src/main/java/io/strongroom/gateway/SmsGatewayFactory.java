package io.strongroom.gateway;

import io.strongroom.provider.PlainFactory;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Creates {@link SmsGateway}s from provider options ({@code --spi-sms-gateway--<id>--<option>=…}). A tenant selects a
 * factory by its id. {@code docs/gateways.md} shows how to write a factory.
 *
 * <p>A misconfigured factory must not prevent the server from starting, because other tenants need it. It reports the
 * problem in {@link #fault}, and its gateways return {@link SendResult.Misconfigured}.
 */
public interface SmsGatewayFactory extends PlainFactory<SmsGateway> {

    /**
     * Creates the gateway for one message, with the tenant's realm in the session's context and a transaction open.
     * Does all work that needs the session, such as resolving secrets, but nothing slow, such as vendor calls or DNS
     * lookups. Never returns null, and does not throw if an option is invalid.
     */
    @Override
    SmsGateway create(KeycloakSession session);

    /**
     * Returns the fault that an administrator has to fix before the tenant's messages can be sent; empty if there is
     * none. The health report shows it as a finding. It is a sentence without a full stop that contains the option's
     * name but no secret.
     *
     * @param session with the tenant's realm in its context
     */
    default Optional<String> fault(KeycloakSession session) {
        return Optional.empty();
    }
}
