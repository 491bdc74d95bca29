package io.strongroom.gateway.inbox;

import com.google.auto.service.AutoService;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import java.time.Clock;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/**
 * Creates the {@code inbox} gateway, which keeps messages for the {@code /realms/{realm}/sms-inbox} page. Available
 * only in development mode.
 */
@AutoService(SmsGatewayFactory.class)
public final class InboxGatewayFactory implements SmsGatewayFactory, EnvironmentDependentProviderFactory {

    public static final String ID = "inbox";

    static final Inbox INBOX = new Inbox(Clock.systemUTC());

    @Override
    public SmsGateway create(KeycloakSession session) {
        return message -> {
            if (!Environment.isDevMode()) {
                return new SendResult.Misconfigured("the gateway inbox works in development mode only");
            }
            INBOX.add(message);
            return new SendResult.Accepted("in the inbox");
        };
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return Environment.isDevMode();
    }

    /**
     * Returns an order that makes this gateway the server's default in development mode, ahead of gateways that
     * cost money.
     */
    @Override
    public int order() {
        return 2;
    }

    @Override
    public String getId() {
        return ID;
    }
}
