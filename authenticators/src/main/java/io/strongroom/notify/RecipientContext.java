package io.strongroom.notify;

import java.net.URI;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * What a request tells of who will read, since the mail is made after it.
 *
 * @param language of the page, or null where that was not the reader's
 * @param server   the address the server goes by
 */
record RecipientContext(Locale language, URI server) {

    static RecipientContext of(KeycloakSession session, boolean atThePage) {
        return new RecipientContext(
                atThePage ? session.getContext().resolveLocale(null) : null,
                session.getContext().getUri().getBaseUri());
    }

    /** The language of the user's profile; where it has none, that of the page. */
    Locale languageOf(KeycloakSession session, UserModel user) {
        boolean chosen = user.getFirstAttribute(UserModel.LOCALE) != null;
        return chosen || language == null ? session.getContext().resolveLocale(user) : language;
    }
}
