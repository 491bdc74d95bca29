package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.Vault;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * The validated options of the {@code webhook} gateway, with a realm's resolved secrets.
 *
 * @param timeout time limit for a whole call
 */
record WebhookOptions(WebhookRequest request, Destination destination, AnswerRules rules, Duration timeout) {

    static Configured<WebhookOptions> of(GatewayOptions options, Vault vault, Destination.Resolver resolver) {
        return WebhookRequest.of(options, vault)
                .flatMap(request -> Destination.of(options, request.origin(), resolver)
                        .flatMap(destination -> of(options, request, destination)));
    }

    private static Configured<WebhookOptions> of(
            GatewayOptions options, WebhookRequest request, Destination destination) {
        return AnswerRules.of(options)
                .flatMap(rules ->
                        options.timeout().map(timeout -> new WebhookOptions(request, destination, rules, timeout)));
    }

    /** Returns why the host currently can't be reached; empty if its name resolves to allowed addresses. */
    Optional<String> unreachable() {
        try {
            return destination.resolve().fault();
        } catch (UnknownHostException e) {
            return Optional.of("the option url of webhook names a host that can't be resolved");
        }
    }
}
