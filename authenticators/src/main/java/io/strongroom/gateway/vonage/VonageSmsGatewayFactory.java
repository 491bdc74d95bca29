package io.strongroom.gateway.vonage;

import com.google.auto.service.AutoService;
import com.vonage.client.auth.AuthMethod;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;

/**
 * Creates the {@code vonage-sms} gateway, which uses Vonage's SMS API. Options: {@code api-key},
 * {@code api-secret}, {@code base-uri}, {@code timeout-millis}.
 */
@AutoService(SmsGatewayFactory.class)
public final class VonageSmsGatewayFactory extends VonageGatewayFactory {

    public static final String ID = "vonage-sms";

    @Override
    Configured<AuthMethod> auth(VonageCredentials credentials) {
        return credentials.secret();
    }

    @Override
    SmsGateway gateway(VonageCall call) {
        return new VonageSmsGateway(call);
    }

    /** Returns an order that makes this gateway the server's default if several gateways are installed. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public String getId() {
        return ID;
    }
}
