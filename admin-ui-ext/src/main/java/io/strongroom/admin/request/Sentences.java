package io.strongroom.admin.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.keycloak.theme.Theme;

/** What is said to an administrator, in their language. */
public final class Sentences {

    private final AdminRequest request;

    public Sentences(AdminRequest request) {
        this.request = request;
    }

    public String of(String key, Object... parameters) {
        Locale locale = request.session()
                .getContext()
                .resolveLocale(request.auth().adminAuth().getUser());
        // As texts: MessageFormat would put separators into numbers.
        Object[] texts = Stream.of(parameters).map(String::valueOf).toArray();
        try {
            Properties messages =
                    request.session().theme().getTheme(Theme.Type.ADMIN).getEnhancedMessages(request.realm(), locale);
            return new MessageFormat(messages.getProperty(key, key), locale).format(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
