package io.strongroom.gateway.vonage;

import com.google.auto.service.AutoService;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.gateway.Vault;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * {@code vonage-messages}: Vonage's Messages API. Options {@code application-id} with {@code private-key-path} or
 * {@code private-key}, or {@code api-key} with {@code api-secret}; {@code base-uri}, {@code timeout-millis}.
 */
@AutoService(SmsGatewayFactory.class)
public final class VonageMessagesGatewayFactory implements SmsGatewayFactory {

    public static final String ID = "vonage-messages";

    private GatewayOptions options;

    @Override
    public SmsGateway create(KeycloakSession session) {
        return gateway(session).orElse(SmsGateway::refusing);
    }

    @Override
    public Optional<String> fault(KeycloakSession session) {
        return gateway(session).fault();
    }

    private Configured<SmsGateway> gateway(KeycloakSession session) {
        return gateway(
                options,
                Vault.of(session),
                session.getProvider(HttpClientProvider.class).getHttpClient());
    }

    static Configured<SmsGateway> gateway(GatewayOptions options, Vault vault, CloseableHttpClient client) {
        return VonageEndpoint.of(options)
                .then(endpoint -> new VonageCredentials(options, vault)
                        .tokenOrSecret()
                        .map(auth -> new VonageMessagesGateway(new VonageCall(endpoint, auth, client))));
    }

    @Override
    public void init(Config.Scope config) {
        options = new GatewayOptions(ID, config::get);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        VonageLoggers.silence();
    }

    @Override
    public String getId() {
        return ID;
    }
}
