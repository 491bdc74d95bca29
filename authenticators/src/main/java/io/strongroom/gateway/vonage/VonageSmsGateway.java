package io.strongroom.gateway.vonage;

import com.vonage.client.sms.SmsClient;
import com.vonage.client.sms.messages.TextMessage;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.SmsSegments;

/** Sends messages through Vonage's SMS API. */
final class VonageSmsGateway implements SmsGateway {

    private final VonageCall call;

    VonageSmsGateway(VonageCall call) {
        this.call = call;
    }

    @Override
    public SendResult send(SmsMessage message) {
        // Vonage expects E.164 without the plus. Characters outside GSM 7-bit arrive as question marks unless sent as
        // Unicode.
        TextMessage text = new TextMessage(
                message.sender(),
                message.to().e164().substring(1),
                message.text(),
                SmsSegments.of(message.text()).unicode());
        return call.run(() -> VonageAnswer.of(new SmsClient(call.wrapper()).submitMessage(text)));
    }
}
