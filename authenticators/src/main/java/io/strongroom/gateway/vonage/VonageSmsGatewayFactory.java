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

/** {@code vonage-sms}: Vonage's SMS API. Options {@code api-key}, {@code api-secret}, {@code base-uri}, {@code timeout-millis}. */
@AutoService(SmsGatewayFactory.class)
public final class VonageSmsGatewayFactory implements SmsGatewayFactory {

    public static final String ID = "vonage-sms";

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
                        .secret()
                        .map(secret -> new VonageSmsGateway(new VonageCall(endpoint, secret, client))));
    }

    @Override
    public void init(Config.Scope config) {
        options = new GatewayOptions(ID, config::get);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        VonageLoggers.silence();
    }

    /** Of several gateways it is the server's default. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String getId() {
        return ID;
    }
}
