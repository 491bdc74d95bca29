package io.strongroom.gateway.vonage;

import com.vonage.client.messages.MessageResponseException;
import com.vonage.client.messages.MessagesClient;
import com.vonage.client.messages.sms.EncodingType;
import com.vonage.client.messages.sms.SmsTextRequest;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.SmsSegments;

/** Sends messages through Vonage's Messages API. */
final class VonageMessagesGateway implements SmsGateway {

    private final VonageCall call;

    VonageMessagesGateway(VonageCall call) {
        this.call = call;
    }

    @Override
    public SendResult send(SmsMessage message) {
        SmsTextRequest request;
        try {
            request = request(message);
        } catch (IllegalArgumentException rejectedBySdk) {
            return new SendResult.Misconfigured("Vonage's SDK rejected the text, the sender or the number");
        }
        return call.run(() -> submit(request));
    }

    private SendResult submit(SmsTextRequest request) {
        try {
            return VonageMessagesAnswer.of(new MessagesClient(call.wrapper()).sendMessage(request));
        } catch (MessageResponseException refusal) {
            return VonageMessagesAnswer.of(refusal);
        }
    }

    private static SmsTextRequest request(SmsMessage message) {
        boolean unicode = SmsSegments.of(message.text()).unicode();
        return SmsTextRequest.builder()
                .to(message.to().e164())
                .from(message.sender())
                .text(message.text())
                .encodingType(unicode ? EncodingType.UNICODE : EncodingType.TEXT)
                .build();
    }
}
