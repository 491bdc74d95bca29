package io.strongroom.notify;

import java.net.URI;
import java.util.Locale;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Information about the recipient that is available only in the request. It is kept because the e-mail is composed
 * later.
 *
 * @param pageLocale language of the page; null if the recipient did not make the request
 * @param server     base address of the server
 * @param address    e-mail address; null for the address that the user's profile contains when the e-mail is composed
 */
record RecipientContext(Locale pageLocale, URI server, String address) {

    /** Returns the context of a request made by the recipient. */
    static RecipientContext ofOwnRequest(KeycloakSession session) {
        return new RecipientContext(session.getContext().resolveLocale(null), baseUri(session), null);
    }

    /** Returns the context of a request made by another person, such as an administrator. */
    static RecipientContext ofOthersRequest(KeycloakSession session) {
        return new RecipientContext(null, baseUri(session), null);
    }

    /** Returns the same context with a fixed address, because the rest of the request may change the user's address. */
    RecipientContext at(String currentAddress) {
        return new RecipientContext(pageLocale, server, currentAddress);
    }

    /** Returns the address for the e-mail; null if the user has none. */
    String address(UserModel user) {
        return address == null ? user.getEmail() : address;
    }

    private static URI baseUri(KeycloakSession session) {
        return session.getContext().getUri().getBaseUri();
    }

    /** Returns the language from the user's profile or, if there is none, that of the page. */
    Locale locale(KeycloakSession session, UserModel user) {
        boolean isChosen = user.getFirstAttribute(UserModel.LOCALE) != null;
        return isChosen || pageLocale == null ? session.getContext().resolveLocale(user) : pageLocale;
    }
}
