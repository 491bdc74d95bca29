package io.strongroom.gateway.vonage;

import com.google.auto.service.AutoService;
import com.vonage.client.auth.AuthMethod;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;

/**
 * Creates the {@code vonage-messages} gateway, which uses Vonage's Messages API. Options: {@code application-id}
 * with {@code private-key-path} or {@code private-key}, or {@code api-key} with {@code api-secret};
 * {@code base-uri}, {@code timeout-millis}.
 */
@AutoService(SmsGatewayFactory.class)
public final class VonageMessagesGatewayFactory extends VonageGatewayFactory {

    public static final String ID = "vonage-messages";

    @Override
    Configured<AuthMethod> auth(VonageCredentials credentials) {
        return credentials.tokenOrSecret();
    }

    @Override
    SmsGateway gateway(VonageCall call) {
        return new VonageMessagesGateway(call);
    }

    @Override
    public String getId() {
        return ID;
    }
}
