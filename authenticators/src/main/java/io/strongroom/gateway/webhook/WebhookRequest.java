package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;

/**
 * The template of the HTTP request that sends a message.
 *
 * @param method the {@code method} option: {@code POST} (the default), {@code PUT} or {@code GET}
 */
record WebhookRequest(String method, UrlTemplate url, HeaderTemplates headers, Optional<BodyTemplate> body) {

    private static final Set<String> METHODS = Set.of("POST", "PUT", "GET");

    static Configured<WebhookRequest> of(GatewayOptions options, Vault vault) {
        String method = options.text("method").orElse("POST");
        if (!METHODS.contains(method)) {
            return options.fault("method", "is not POST, PUT or GET");
        }
        if (method.equals("GET") == options.text("body").isPresent()) {
            return options.fault("body", method.equals("GET") ? "is not allowed with GET" : "is not set");
        }
        String templates = options.text("url").orElse("") + options.text("body").orElse("");
        if (!templates.contains("{text}") || !templates.contains("{to}") && !templates.contains("{toDigits}")) {
            return options.fault("body", "or url has to contain {text}, and {to} or {toDigits}");
        }
        return UrlTemplate.of(options, vault)
                .flatMap(url -> HeaderTemplates.of(options, vault)
                        .flatMap(headers -> BodyTemplate.of(options, vault)
                                .map(body -> new WebhookRequest(method, url, headers, body))));
    }

    URI origin() {
        return url.origin();
    }

    /** Returns the request for a message, or a fault if a header value is not printable ASCII. */
    Configured<HttpUriRequest> fill(SmsMessage message) {
        return headers.fill(message).map(filled -> {
            RequestBuilder request = RequestBuilder.create(method).setUri(url.fill(message));
            filled.forEach(request::addHeader);
            body.ifPresent(template -> request.setEntity(template.fill(message)));
            return request.build();
        });
    }
}
