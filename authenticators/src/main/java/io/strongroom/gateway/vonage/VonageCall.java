package io.strongroom.gateway.vonage;

import com.vonage.client.HttpWrapper;
import com.vonage.client.VonageClientException;
import com.vonage.client.VonageMethodFailedException;
import com.vonage.client.VonageResponseParseException;
import com.vonage.client.auth.AuthCollection;
import com.vonage.client.auth.AuthMethod;
import io.strongroom.gateway.BoundedHttpClient;
import io.strongroom.gateway.CallFailure;
import io.strongroom.gateway.SendResult;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.http.impl.client.CloseableHttpClient;

/** A call through the SDK, and what it means that the SDK threw. */
final class VonageCall {

    private final VonageEndpoint endpoint;
    private final AuthMethod auth;
    private final BoundedHttpClient http;

    /** @param client Keycloak's */
    VonageCall(VonageEndpoint endpoint, AuthMethod auth, CloseableHttpClient client) {
        this.endpoint = endpoint;
        this.auth = auth;
        this.http = new BoundedHttpClient(client, endpoint.timeout());
    }

    /** What the SDK's clients are made of. */
    HttpWrapper wrapper() {
        return new HttpWrapper(endpoint.httpConfig(), new AuthCollection(auth), http);
    }

    /** @param call asks Vonage, and says what the answer means */
    SendResult run(Supplier<SendResult> call) {
        try {
            return call.get();
        } catch (VonageMethodFailedException e) {
            return e.getCause() instanceof IOException failure
                    ? CallFailure.of(failure)
                    : new SendResult.Uncertain("the call failed");
        } catch (VonageResponseParseException e) {
            return ofStatus("the answer can't be read");
        } catch (VonageClientException e) {
            return ofStatus("the SDK refused the answer");
        } catch (RuntimeException theSdkTripped) {
            return ofStatus("the SDK could not handle the answer");
        }
    }

    /** An HTTP status other than success says more than the exception, which may be one of reading an error page. */
    private SendResult ofStatus(String reason) {
        int status = http.status();
        return status == 0 || status / 100 == 2
                ? new SendResult.Uncertain(reason + ": HTTP " + status)
                : VonageAnswer.ofHttpStatus(status);
    }
}
