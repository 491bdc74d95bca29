package io.strongroom.gateway;

import io.strongroom.provider.PlainFactory;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * Makes {@link SmsGateway}s from provider options ({@code --spi-sms-gateway--<id>--<option>=…}). A tenant chooses one by its
 * id. {@code docs/gateways.md} shows how to write one.
 *
 * <p>A factory that is not set up properly still starts: the server must come up for the other tenants. It says so in
 * {@link #fault}, and its gateways refuse with {@link SendResult.Misconfigured}.
 */
public interface SmsGatewayFactory extends PlainFactory<SmsGateway> {

    /**
     * Makes the gateway for one message. Called with the tenant's realm in the session's context and a transaction open;
     * everything that needs the session is done here, secrets of the vault above all, and nothing that takes time: no call
     * to a vendor, no name looked up. Never returns null, and does not throw for a bad option.
     */
    @Override
    SmsGateway create(KeycloakSession session);

    /**
     * What an administrator has to mend before messages of a tenant can leave, as a sentence without a full stop that names
     * the option and no secret; empty where nothing. For the health note.
     *
     * @param session with the tenant's realm in its context
     */
    default Optional<String> fault(KeycloakSession session) {
        return Optional.empty();
    }
}
