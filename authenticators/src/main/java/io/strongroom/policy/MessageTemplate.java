package io.strongroom.policy;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A tenant's own text for code messages (C16).
 *
 * @param text contains {@code {code}} and optionally {@code {minutes}} and {@code {tenant}}; no other braces
 */
public record MessageTemplate(String text) {

    static final String ATTRIBUTE = "twoFactor.sms.template";

    private static final String CODE = "{code}";
    private static final Set<String> PLACEHOLDERS = Set.of(CODE, "{minutes}", "{tenant}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

    static Optional<MessageTemplate> parse(Settings settings) {
        return parse(settings, Optional.empty());
    }

    /** @param ifAbsent the default */
    static Optional<MessageTemplate> parse(Settings settings, Optional<MessageTemplate> ifAbsent) {
        String value =
                settings.text(ATTRIBUTE, ifAbsent.map(MessageTemplate::text).orElse(null));
        if (value == null) {
            return Optional.empty();
        }
        Set<String> found =
                BRACES.matcher(value).results().map(MatchResult::group).collect(Collectors.toSet());
        if (found.contains(CODE) && PLACEHOLDERS.containsAll(found)) {
            return Optional.of(new MessageTemplate(value));
        }
        return settings.reject(
                ATTRIBUTE,
                value,
                Optional.empty(),
                "the default text",
                "a text with {code}, and optionally {minutes} and {tenant}");
    }

    /** Fills in the placeholders in one pass, so that placeholders within inserted values are not replaced. */
    public String render(String code, long minutes, String tenant) {
        return BRACES.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case CODE -> code;
                            case "{minutes}" -> Long.toString(minutes);
                            default -> tenant;
                        }));
    }
}
