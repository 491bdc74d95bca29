package io.strongroom.mail;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Properties;

/**
 * A theme's messages in one language.
 *
 * @param zone time zone for formatted times
 */
public record Wording(Properties messages, Locale locale, ZoneId zone) {

    public String text(String key, Object... parameters) {
        return new MessageFormat(messages.getProperty(key, key), locale).format(parameters);
    }

    /** Formats the date and time, including the time zone. */
    public String time(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.LONG)
                .withLocale(locale)
                .withZone(zone)
                .format(at);
    }
}
