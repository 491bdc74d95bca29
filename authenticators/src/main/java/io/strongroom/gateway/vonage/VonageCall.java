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

/** Calls Vonage through its SDK, and maps the SDK's exceptions to a {@link SendResult}. */
final class VonageCall {

    private final VonageEndpoint endpoint;
    private final AuthMethod auth;
    private final BoundedHttpClient http;

    /** @param client Keycloak's HTTP client */
    VonageCall(VonageEndpoint endpoint, AuthMethod auth, CloseableHttpClient client) {
        this.endpoint = endpoint;
        this.auth = auth;
        this.http = new BoundedHttpClient(client, endpoint.timeout());
    }

    /** Returns the configuration for an SDK client. */
    HttpWrapper wrapper() {
        return new HttpWrapper(endpoint.httpConfig(), new AuthCollection(auth), http);
    }

    /** @param call calls Vonage and evaluates the response */
    SendResult run(Supplier<SendResult> call) {
        try {
            return call.get();
        } catch (VonageMethodFailedException e) {
            return e.getCause() instanceof IOException failure
                    ? CallFailure.of(failure)
                    : new SendResult.Uncertain("the call failed");
        } catch (VonageResponseParseException e) {
            return ofStatus("the response can't be parsed");
        } catch (VonageClientException e) {
            return ofStatus("the SDK rejected the response");
        } catch (RuntimeException unexpected) {
            return ofStatus("the SDK could not process the response");
        }
    }

    /**
     * Returns the result for an HTTP error status, if there is one, because the exception may merely result from
     * parsing an error page.
     */
    private SendResult ofStatus(String reason) {
        int status = http.status();
        return status == 0 || status / 100 == 2
                ? new SendResult.Uncertain(reason + ": HTTP " + status)
                : VonageAnswer.ofHttpStatus(status);
    }
}
