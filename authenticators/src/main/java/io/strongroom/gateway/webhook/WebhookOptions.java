package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.Vault;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;

/**
 * The options of {@code webhook}, checked, with the secrets of a realm in place.
 *
 * @param timeout for a whole call
 */
record WebhookOptions(WebhookRequest request, Destination destination, AnswerRules rules, Duration timeout) {

    static Configured<WebhookOptions> of(GatewayOptions options, Vault vault, Destination.Resolver resolver) {
        return WebhookRequest.of(options, vault)
                .then(request -> Destination.of(options, request.origin(), resolver)
                        .then(destination -> of(options, request, destination)));
    }

    private static Configured<WebhookOptions> of(
            GatewayOptions options, WebhookRequest request, Destination destination) {
        return AnswerRules.of(options)
                .then(rules ->
                        options.timeout().map(timeout -> new WebhookOptions(request, destination, rules, timeout)));
    }

    /** Why no message would get to the host at present, or empty where nothing is known against it. */
    Optional<String> unreachable() {
        try {
            return destination.resolve().fault();
        } catch (UnknownHostException e) {
            return Optional.of("the option url of webhook names a host that cannot be found");
        }
    }
}
