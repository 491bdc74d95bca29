package io.strongroom.gateway.vonage;

import com.google.auto.service.AutoService;
import com.vonage.client.AbstractMethod;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code vonage-sms}: Vonage's SMS API. */
@AutoService(SmsGatewayFactory.class)
public final class VonageSmsGatewayFactory implements SmsGatewayFactory {

    public static final String ID = "vonage-sms";

    /**
     * At finer levels these log the Authorization header and the message: the SDK's, and those of the HTTP client that the
     * server shares. Kept here, or the level set would be forgotten with the logger.
     */
    private static final List<Logger> TALKATIVE = Stream.of(
                    AbstractMethod.class.getPackageName(),
                    AbstractMethod.class.getName(),
                    "org.apache.http.wire",
                    "org.apache.http.headers")
            .map(Logger::getLogger)
            .toList();

    private VonageOptions options;

    @Override
    public SmsGateway create(KeycloakSession session) {
        return new VonageSmsGateway(
                options, session.getProvider(HttpClientProvider.class).getHttpClient());
    }

    @Override
    public Optional<String> fault() {
        return options.fault();
    }

    @Override
    public void init(Config.Scope config) {
        options = VonageOptions.of(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TALKATIVE.forEach(logger -> logger.setLevel(Level.SEVERE));
    }

    @Override
    public String getId() {
        return ID;
    }
}
