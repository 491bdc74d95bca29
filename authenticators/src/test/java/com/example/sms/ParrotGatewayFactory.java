package com.example.sms;

import io.strongroom.gateway.BoundedHttpClient;
import io.strongroom.gateway.CallFailure;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.QuietLoggers;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.SmsGatewayFactory;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.message.BasicNameValuePair;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** {@code parrot}: sends through Parrot Telecom. Options {@code base-uri}, {@code token}, {@code timeout-millis}. */
public final class ParrotGatewayFactory implements SmsGatewayFactory {

    private GatewayOptions options;

    @Override
    public String getId() {
        return "parrot";
    }

    @Override
    public void init(Config.Scope config) {
        options = new GatewayOptions(getId(), config::get);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        QuietLoggers.silenceHttpClient(); // at DEBUG it would log the token and the code
    }

    @Override
    public SmsGateway create(KeycloakSession session) {
        return gateway(session).orElse(SmsGateway::refusing);
    }

    @Override
    public Optional<String> fault(KeycloakSession session) {
        return gateway(session).fault(); // the same code path as for a message, so that both agree
    }

    private Configured<SmsGateway> gateway(KeycloakSession session) {
        Vault vault = Vault.of(session); // secrets of the realm in the session's context
        return options.baseUri()
                .flatMap(uri -> options.timeout()
                        .flatMap(timeout -> options.secret("token")
                                .resolve(vault)
                                .map(token -> {
                                    BoundedHttpClient http = new BoundedHttpClient(
                                            session.getProvider(HttpClientProvider.class)
                                                    .getHttpClient(),
                                            timeout);
                                    String base = uri.map(Object::toString).orElse("https://sms.parrot.example");
                                    return message -> send(http, base, token, message); // must not use the session
                                })));
    }

    private static SendResult send(BoundedHttpClient http, String base, String token, SmsMessage message) {
        HttpPost request = new HttpPost(base + "/messages");
        request.setHeader("Authorization", "Bearer " + token);
        List<NameValuePair> form = List.of(
                new BasicNameValuePair("to", message.to().e164()),
                new BasicNameValuePair("from", message.sender()),
                new BasicNameValuePair("text", message.text()));
        request.setEntity(new UrlEncodedFormEntity(form, StandardCharsets.UTF_8));
        try (CloseableHttpResponse answer = http.execute(request)) {
            return evaluate(answer.getStatusLine().getStatusCode());
        } catch (IOException e) {
            return CallFailure.of(e); // not sent if no request can have been sent, else uncertain
        }
    }

    private static SendResult evaluate(int status) {
        String reason = "HTTP " + status;
        return switch (status) {
            case 201 -> new SendResult.Accepted(reason);
            case 422 -> new SendResult.NumberRejected(reason);
            case 429, 500, 502, 503, 504 -> new SendResult.NotSent(reason);
            case 400, 401, 403, 404 -> new SendResult.Misconfigured(reason);
            default -> new SendResult.Uncertain(reason);
        };
    }
}
