package io.strongroom.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.strongroom.gateway.Configured;
import io.strongroom.gateway.GatewayOptions;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.http.HttpEntity;
import org.apache.http.NameValuePair;
import org.apache.http.client.entity.UrlEncodedFormEntity;
import org.apache.http.client.utils.URLEncodedUtils;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.apache.http.message.BasicNameValuePair;

/**
 * The template of the request body, configured by the options {@code body} and {@code body-format} ({@code json} or
 * {@code form}). Only values are templates, never names.
 */
final class BodyTemplate {

    private static final String OPTION = "body";
    private static final ObjectReader STRICT =
            new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Function<SmsMessage, HttpEntity> entity;

    private BodyTemplate(Function<SmsMessage, HttpEntity> entity) {
        this.entity = entity;
    }

    /** Returns the configured template; its value is empty if the request has no body. */
    static Configured<Optional<BodyTemplate>> of(GatewayOptions options, Vault vault) {
        Optional<String> body = options.text(OPTION);
        if (body.isEmpty()) {
            return Configured.ready(Optional.empty());
        }
        return switch (options.text("body-format").orElse("json")) {
            case "json" -> json(options, body.get(), vault).map(Optional::of);
            case "form" -> form(body.get(), vault).map(Optional::of);
            default -> options.fault("body-format", "is neither json nor form");
        };
    }

    HttpEntity fill(SmsMessage message) {
        return entity.apply(message);
    }

    private static Configured<BodyTemplate> json(GatewayOptions options, String body, Vault vault) {
        try {
            JsonNode tree = STRICT.readTree(body);
            return tree.isContainerNode()
                    ? JsonTemplate.parse(OPTION, tree, vault).map(BodyTemplate::json)
                    : options.fault(OPTION, "is neither a JSON object nor an array");
        } catch (JsonProcessingException e) {
            return options.fault(OPTION, "is not valid JSON");
        }
    }

    private static BodyTemplate json(JsonTemplate template) {
        return new BodyTemplate(
                message -> new StringEntity(template.fill(message).toString(), ContentType.APPLICATION_JSON));
    }

    private static Configured<BodyTemplate> form(String body, Vault vault) {
        return Configured.all(URLEncodedUtils.parse(body, StandardCharsets.UTF_8).stream()
                        .map(pair -> field(pair, vault))
                        .toList())
                .map(BodyTemplate::form);
    }

    private static Configured<Field> field(NameValuePair pair, Vault vault) {
        String value = pair.getValue() == null ? "" : pair.getValue();
        return Template.parse(OPTION, value, vault).map(template -> new Field(pair.getName(), template));
    }

    private record Field(String name, Template value) {}

    private static BodyTemplate form(List<Field> fields) {
        return new BodyTemplate(message -> new UrlEncodedFormEntity(
                fields.stream()
                        .map(field -> new BasicNameValuePair(
                                field.name(), field.value().fill(message, UnaryOperator.identity())))
                        .toList(),
                StandardCharsets.UTF_8));
    }
}
