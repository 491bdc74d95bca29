package io.strongroom.policy;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A tenant's own words for the message that brings a code (C16).
 *
 * @param text holds {@code {code}}, and may hold {@code {minutes}} and {@code {tenant}}; any other brace makes it none
 */
public record MessageTemplate(String text) {

    static final String ATTRIBUTE = "twoFactor.sms.template";

    private static final String CODE = "{code}";
    private static final Set<String> PLACEHOLDERS = Set.of(CODE, "{minutes}", "{tenant}");
    private static final Pattern BRACES = Pattern.compile("\\{[^{}]*}?|}");

    static Optional<MessageTemplate> parse(Settings settings) {
        String value = settings.text(ATTRIBUTE);
        if (value == null) {
            return Optional.empty();
        }
        Set<String> found =
                BRACES.matcher(value).results().map(MatchResult::group).collect(Collectors.toSet());
        if (found.contains(CODE) && PLACEHOLDERS.containsAll(found)) {
            return Optional.of(new MessageTemplate(value));
        }
        return settings.refuse(
                ATTRIBUTE,
                value,
                Optional.empty(),
                "the default text",
                "a text with {code}, and {minutes} or {tenant} if wanted");
    }

    /** What stands for a placeholder is never read as one. */
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
