package io.strongroom.gateway.webhook;

import io.strongroom.gateway.Configured;
import io.strongroom.gateway.SecretOption;
import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text with placeholders such as {@code {to}} and references of the form {@code ${vault.<key>}}. Inserted values
 * are escaped for their context, and are not scanned for placeholders again.
 */
final class Template {

    private static final Pattern TOKEN = Pattern.compile(Vault.REFERENCE + "|\\{([A-Za-z]+)}");
    private static final int VAULT_KEY = 1;
    private static final int PLACEHOLDER = 2;

    private final List<Part> parts;

    private Template(List<Part> parts) {
        this.parts = parts;
    }

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Value(Placeholder placeholder) implements Part {}

    private record Secret(String value) implements Part {

        @Override
        public String toString() {
            return "Secret";
        }
    }

    /**
     * Parses a template and resolves its references.
     *
     * @param option name of the template's option, for faults
     */
    static Configured<Template> parse(String option, String text, Vault vault) {
        List<Configured<Part>> parts = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.find()) {
            parts.add(literal(option, text.substring(end, token.start())));
            parts.add(part(option, token, vault));
            end = token.end();
        }
        parts.add(literal(option, text.substring(end)));
        return Configured.all(parts).map(Template::new);
    }

    private static Configured<Part> literal(String option, String text) {
        return text.contains(Vault.REFERENCE_START)
                ? Configured.faulty("the option %s of webhook has an unclosed reference to the vault".formatted(option))
                : Configured.ready(new Literal(text));
    }

    private static Configured<Part> part(String option, Matcher token, Vault vault) {
        String key = token.group(VAULT_KEY);
        if (key != null) {
            Optional<Part> secret = vault.secret(key).map(Secret::new);
            return secret.map(Configured::ready)
                    .orElseGet(() -> SecretOption.unresolved(WebhookGatewayFactory.ID, option, key));
        }
        String name = token.group(PLACEHOLDER);
        Optional<Part> value = Placeholder.named(name).map(Value::new);
        return value.map(Configured::ready)
                .orElseGet(() -> Configured.faulty(
                        "the option %s of webhook has {%s}, which is not a placeholder".formatted(option, name)));
    }

    boolean contains(Placeholder placeholder) {
        return parts.contains(new Value(placeholder));
    }

    /** @param escape escapes inserted values; not applied to the template's literal text */
    String fill(SmsMessage message, UnaryOperator<String> escape) {
        return parts.stream().map(part -> fill(part, message, escape)).collect(Collectors.joining());
    }

    private static String fill(Part part, SmsMessage message, UnaryOperator<String> escape) {
        if (part instanceof Literal literal) {
            return literal.text();
        }
        return escape.apply(
                part instanceof Secret secret
                        ? secret.value()
                        : ((Value) part).placeholder().of(message));
    }
}
