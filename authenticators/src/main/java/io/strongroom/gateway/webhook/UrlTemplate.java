package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The template of the request URL, configured by the {@code url} option. Placeholders and references are allowed
 * only in the path and query, where their values are percent-encoded.
 */
final class UrlTemplate {

    private static final String OPTION = "url";
    private static final Pattern FIXED_ORIGIN = Pattern.compile("[^/?#{}$]+://[^/?#{}$@]+([/?].*)?");

    private final Template template;
    private final URI sample;

    private UrlTemplate(Template template, URI sample) {
        this.template = template;
        this.sample = sample;
    }

    static Configured<UrlTemplate> of(GatewayOptions options, Vault vault) {
        String url = options.text(OPTION).orElse("");
        if (url.isEmpty()) {
            return options.fault(OPTION, "is not set");
        }
        if (!FIXED_ORIGIN.matcher(url).matches()) {
            return options.fault(OPTION, "does not start with a fixed scheme and host, or has a user name");
        }
        return Template.parse(OPTION, url, vault).flatMap(template -> of(options, template));
    }

    private static Configured<UrlTemplate> of(GatewayOptions options, Template template) {
        try {
            URI sample = new URI(template.fill(Samples.MESSAGE, value -> "x"));
            return sample.getHost() == null || sample.getRawFragment() != null
                    ? options.fault(OPTION, "is not a valid URL: it has no host, or a fragment")
                    : Configured.ready(new UrlTemplate(template, sample));
        } catch (URISyntaxException e) {
            return options.fault(OPTION, "is not a valid URL");
        }
    }

    /** Returns a URL with the scheme, host and port that all requests use. */
    URI origin() {
        return sample;
    }

    URI fill(SmsMessage message) {
        return URI.create(template.fill(message, UrlTemplate::percentEncoded));
    }

    /**
     * Percent-encodes all characters except those that RFC 3986 calls unreserved, which is correct for paths and
     * queries.
     */
    private static String percentEncoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
