package io.strongroom.gateway.webhook;

import com.google.auto.service.AutoService;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.QuietLoggers;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.gateway.Vault;
import java.net.InetAddress;
import java.util.Optional;
import org.apache.http.impl.client.CloseableHttpClient;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Creates the {@code webhook} gateway, which sends messages through any HTTP API. {@code docs/gateways.md}
 * describes the options.
 */
@AutoService(SmsGatewayFactory.class)
public final class WebhookGatewayFactory implements SmsGatewayFactory {

    public static final String ID = "webhook";

    private GatewayOptions options;

    @Override
    public SmsGateway create(KeycloakSession session) {
        CloseableHttpClient client =
                session.getProvider(HttpClientProvider.class).getHttpClient();
        return options(session)
                .<SmsGateway>map(checked -> new WebhookGateway(checked, client))
                .orElse(SmsGateway::refusing);
    }

    @Override
    public Optional<String> fault(KeycloakSession session) {
        Configured<WebhookOptions> checked = options(session);
        return checked.fault().or(() -> checked.map(WebhookOptions::unreachable).orElse(Optional::of));
    }

    private Configured<WebhookOptions> options(KeycloakSession session) {
        return WebhookOptions.of(options, Vault.of(session), InetAddress::getAllByName);
    }

    @Override
    public void init(Config.Scope config) {
        options = new GatewayOptions(ID, config::get);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        QuietLoggers.silenceHttpClient();
    }

    @Override
    public String getId() {
        return ID;
    }
}
