package io.strongroom.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.text.Bidi;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.email.freemarker.beans.ProfileBean;
import org.keycloak.forms.login.freemarker.model.UrlBean;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.theme.FreeMarkerException;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.MessageFormatterMethod;
import org.keycloak.theme.freemarker.FreeMarkerProvider;

/**
 * Renders e-mails with the realm's e-mail theme, which provides the layout and may override the templates. The
 * templates get the same data as those for Keycloak's e-mails. This class does not use Keycloak's own
 * {@code EmailTemplateProvider}, which sends e-mails immediately, while the transaction is open.
 */
public final class MailTheme {

    private static final String HTML = "html/strongroom-mail.ftl";
    private static final String TEXT = "text/strongroom-mail.ftl";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String tenant;
    private final UserModel user;
    private final Locale locale;
    private final URI server;
    private final Theme theme;
    private final Properties messages;

    /**
     * @param tenant the tenant's name
     * @param server base address of the server
     */
    public MailTheme(
            KeycloakSession session, RealmModel realm, String tenant, UserModel user, Locale locale, URI server) {
        this.session = session;
        this.realm = realm;
        this.tenant = tenant;
        this.user = user;
        this.locale = locale;
        this.server = server;
        try {
            this.theme = session.theme().getTheme(Theme.Type.EMAIL);
            this.messages = theme.getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Wording wording() {
        return new Wording(messages, locale, ZoneId.systemDefault());
    }

    public Mail render(MailContent content, String address) {
        return new Mail(
                realm.getId(),
                Map.copyOf(realm.getSmtpConfig()),
                address,
                content.subject(),
                render(TEXT, content),
                render(HTML, content));
    }

    private String render(String template, MailContent content) {
        try {
            return session.getProvider(FreeMarkerProvider.class).processTemplate(model(content), template, theme);
        } catch (FreeMarkerException | IOException e) {
            throw new IllegalStateException(template + " could not be rendered", e);
        }
    }

    private Map<String, Object> model(MailContent content) throws IOException {
        Map<String, Object> model = new HashMap<>();
        model.put("mail", content.model());
        model.put("subject", content.subject());
        model.put("locale", locale);
        model.put("ltr", new Bidi(locale.getDisplayName(locale), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).isLeftToRight());
        model.put("msg", new MessageFormatterMethod(locale, messages));
        model.put("properties", theme.getProperties());
        model.put("realmName", tenant);
        model.put("user", new ProfileBean(user, session));
        model.put("url", new UrlBean(realm, theme, server, null));
        return model;
    }
}
