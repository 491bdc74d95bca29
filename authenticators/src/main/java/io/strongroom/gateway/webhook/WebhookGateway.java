package io.strongroom.gateway.webhook;

import io.strongroom.gateway.BoundedHttpClient;
import io.strongroom.gateway.CallFailure;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsMessage;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.util.EntityUtils;

/** Sends messages through an HTTP API configured in the provider options. */
final class WebhookGateway implements SmsGateway {

    private final WebhookOptions options;
    private final BoundedHttpClient http;

    /** @param client Keycloak's HTTP client */
    WebhookGateway(WebhookOptions options, CloseableHttpClient client) {
        this.options = options;
        this.http = new BoundedHttpClient(client, options.timeout());
    }

    @Override
    public SendResult send(SmsMessage message) {
        return options.request().fill(message).map(this::send).orElse(SendResult.Misconfigured::new);
    }

    private SendResult send(HttpUriRequest request) {
        try {
            Configured<List<HttpHost>> addresses = options.destination().resolve();
            return addresses.fault().isPresent()
                    ? new SendResult.Misconfigured(addresses.fault().get())
                    : submit(request, addresses.orElse(never -> List.of()));
        } catch (IOException e) {
            return CallFailure.of(e);
        }
    }

    /** Sends the request to the first address that accepts the connection. */
    private SendResult submit(HttpUriRequest request, List<HttpHost> addresses) throws IOException {
        IOException refused = new ConnectException("no address");
        for (HttpHost address : addresses) {
            try {
                return submit(request, address);
            } catch (ConnectException e) {
                refused = e;
            }
        }
        throw refused;
    }

    private SendResult submit(HttpUriRequest request, HttpHost address) throws IOException {
        try (CloseableHttpResponse answer = http.execute(address, request)) {
            HttpEntity entity = answer.getEntity();
            byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
            return options.rules().evaluate(answer.getStatusLine().getStatusCode(), body);
        }
    }
}
