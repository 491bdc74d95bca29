package io.strongroom.admin.request;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.Theme;

/** Formats messages in the administrator's language. */
public final class Sentences {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel reader;

    public Sentences(AdminRequest request) {
        this(request.session(), request.realm(), request.auth().adminAuth().getUser());
    }

    public Sentences(KeycloakSession session, RealmModel realm, UserModel reader) {
        this.session = session;
        this.realm = realm;
        this.reader = reader;
    }

    public String of(String key, Object... parameters) {
        Locale locale = session.getContext().resolveLocale(reader);
        // Converted to text, because MessageFormat adds grouping separators to numbers.
        Object[] texts = Stream.of(parameters).map(String::valueOf).toArray();
        try {
            Properties messages = session.theme().getTheme(Theme.Type.ADMIN).getEnhancedMessages(realm, locale);
            return new MessageFormat(messages.getProperty(key, key), locale).format(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
