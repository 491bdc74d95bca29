package io.strongroom.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.http.message.BasicHeader;

/**
 * The templates of the request headers, configured by the {@code headers} option: a JSON object of names and
 * values. A value may contain references and all placeholders except {@code {text}}, whose value may have line
 * breaks. Values other than printable ASCII are never sent.
 */
final class HeaderTemplates {

    private static final String OPTION = "headers";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7E]*");

    /** Headers set by the HTTP client, because they frame the request or select its recipient. */
    private static final Set<String> RESERVED = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "te",
            "trailer",
            "upgrade",
            "expect");

    private final List<Header> headers;

    private HeaderTemplates(List<Header> headers) {
        this.headers = headers;
    }

    private record Header(String name, Template value) {}

    static Configured<HeaderTemplates> of(GatewayOptions options, Vault vault) {
        JsonNode object;
        try {
            object = new ObjectMapper().readTree(options.text(OPTION).orElse("{}"));
        } catch (JsonProcessingException e) {
            return options.fault(OPTION, "is not a JSON object");
        }
        return object.isObject()
                ? Configured.all(object.properties().stream()
                                .map(header -> header(options, header.getKey(), header.getValue(), vault))
                                .toList())
                        .map(HeaderTemplates::new)
                : options.fault(OPTION, "is not a JSON object");
    }

    private static Configured<Header> header(GatewayOptions options, String name, JsonNode value, Vault vault) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches() || RESERVED.contains(lower) || lower.startsWith("proxy-")) {
            return options.fault(OPTION, "has a name that can't be set");
        }
        if (!value.isTextual()) {
            return options.fault(OPTION, "has a value that is not a string");
        }
        return Template.parse(OPTION, value.textValue(), vault)
                .flatMap(template -> template.contains(Placeholder.TEXT)
                        ? options.fault(OPTION, "contains {text}, which is allowed only in the body")
                        : checkCharacters(options, template))
                .map(template -> new Header(name, template));
    }

    private static Configured<Template> checkCharacters(GatewayOptions options, Template template) {
        return VALUE.matcher(template.fill(Samples.MESSAGE, UnaryOperator.identity()))
                        .matches()
                ? Configured.ready(template)
                : options.fault(OPTION, "has a value with characters that headers can't contain");
    }

    /** Returns the headers for a message, or a fault if a value is not printable ASCII. */
    Configured<List<BasicHeader>> fill(SmsMessage message) {
        return Configured.all(
                headers.stream().map(header -> fill(header, message)).toList());
    }

    private static Configured<BasicHeader> fill(Header header, SmsMessage message) {
        String value = header.value().fill(message, UnaryOperator.identity());
        return VALUE.matcher(value).matches()
                ? Configured.ready(new BasicHeader(header.name(), value))
                : Configured.faulty("the header %s has characters that headers can't contain".formatted(header.name()));
    }
}
