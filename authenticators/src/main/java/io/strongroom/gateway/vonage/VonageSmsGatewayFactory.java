package io.strongroom.gateway.vonage;

import com.google.auto.service.AutoService;
import com.vonage.client.AbstractMethod;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code vonage-sms}: Vonage's SMS API. */
@AutoService(SmsGatewayFactory.class)
public final class VonageSmsGatewayFactory implements SmsGatewayFactory {

    public static final String ID = "vonage-sms";

    /** At a finer level the SDK logs the Authorization header and the message. Kept here, or the level is forgotten. */
    private static final Logger SDK_LOGGER = Logger.getLogger(AbstractMethod.class.getPackageName());

    private static final Logger SDK_CALL_LOGGER = Logger.getLogger(AbstractMethod.class.getName());

    private VonageOptions options;

    @Override
    public SmsGateway create(KeycloakSession session) {
        return new VonageSmsGateway(
                options, session.getProvider(HttpClientProvider.class).getHttpClient());
    }

    @Override
    public void init(Config.Scope config) {
        options = VonageOptions.of(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        SDK_LOGGER.setLevel(Level.SEVERE);
        SDK_CALL_LOGGER.setLevel(Level.SEVERE);
    }

    @Override
    public String getId() {
        return ID;
    }
}
