package io.strongroom.gateway.vonage;

import com.vonage.client.HttpConfig;
import com.vonage.client.HttpWrapper;
import com.vonage.client.VonageClientException;
import com.vonage.client.VonageMethodFailedException;
import com.vonage.client.VonageResponseParseException;
import com.vonage.client.auth.ApiKeyHeaderAuthMethod;
import com.vonage.client.auth.AuthCollection;
import com.vonage.client.sms.SmsClient;
import com.vonage.client.sms.messages.TextMessage;
import io.strongroom.gateway.BoundedHttpClient;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.impl.client.CloseableHttpClient;

/** Sends through Vonage's SMS API. */
final class VonageSmsGateway implements SmsGateway {

    private final VonageOptions options;
    private final BoundedHttpClient http;

    VonageSmsGateway(VonageOptions options, CloseableHttpClient client) {
        this.options = options;
        this.http = new BoundedHttpClient(client, options.timeout());
    }

    @Override
    public SendResult send(SmsMessage message) {
        return options.fault().<SendResult>map(SendResult.Misconfigured::new).orElseGet(() -> submit(message));
    }

    private SendResult submit(SmsMessage message) {
        // Vonage takes E.164 without the plus; text outside ASCII arrives as question marks unless sent as Unicode.
        String to = message.to().e164().substring(1);
        boolean unicode = !StandardCharsets.US_ASCII.newEncoder().canEncode(message.text());
        try {
            return VonageAnswer.of(
                    client().submitMessage(new TextMessage(message.sender(), to, message.text(), unicode)));
        } catch (VonageMethodFailedException e) {
            return ofFailedCall(e);
        } catch (VonageResponseParseException e) {
            return new SendResult.Unknown("the answer can't be read");
        } catch (VonageClientException e) {
            return ofStatus();
        } catch (RuntimeException theSdkTripped) {
            return new SendResult.Unknown("the SDK could not handle the answer: HTTP " + http.status());
        }
    }

    private SendResult ofStatus() {
        return http.status() == 0 ? new SendResult.TryLater("no answer") : VonageAnswer.ofHttpStatus(http.status());
    }

    private static SendResult ofFailedCall(VonageMethodFailedException e) {
        Throwable cause = e.getCause();
        boolean neverSent = cause instanceof ConnectTimeoutException
                || cause instanceof ConnectException
                || cause instanceof UnknownHostException;
        String reason = cause == null ? "the call failed" : cause.getClass().getSimpleName();
        return neverSent ? new SendResult.TryLater(reason) : new SendResult.Unknown(reason);
    }

    private SmsClient client() {
        HttpConfig.Builder config = HttpConfig.builder()
                .timeoutMillis(Math.toIntExact(options.timeout().toMillis()));
        if (options.baseUri() != null) {
            config.baseUri(options.baseUri());
        }
        ApiKeyHeaderAuthMethod auth = new ApiKeyHeaderAuthMethod(options.apiKey(), options.apiSecret());
        return new SmsClient(new HttpWrapper(config.build(), new AuthCollection(auth), http));
    }
}
