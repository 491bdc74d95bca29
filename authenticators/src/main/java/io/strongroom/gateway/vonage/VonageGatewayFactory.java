package io.strongroom.gateway.vonage;

import com.vonage.client.auth.AuthMethod;
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

/** Base class for the Vonage gateway factories. Vonage's APIs use different credentials and requests. */
abstract class VonageGatewayFactory implements SmsGatewayFactory {

    private GatewayOptions options;

    abstract Configured<AuthMethod> auth(VonageCredentials credentials);

    abstract SmsGateway gateway(VonageCall call);

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

    Configured<SmsGateway> gateway(GatewayOptions options, Vault vault, CloseableHttpClient client) {
        return VonageEndpoint.of(options)
                .flatMap(endpoint -> auth(new VonageCredentials(options, vault))
                        .map(auth -> gateway(new VonageCall(endpoint, auth, client))));
    }

    @Override
    public void init(Config.Scope config) {
        options = new GatewayOptions(getId(), config::get);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        VonageLoggers.silence();
    }
}
