package io.strongroom.facts;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.policy.Facts.Voucher;
import io.strongroom.policy.TrustedProvider;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The identity provider a user comes from, and how it says that they signed in there.
 *
 * @param alias the provider's alias, or null: the user signed in here
 * @param amr   the {@code amr} of its token, empty where there is none
 */
record BrokeredLogin(String alias, List<String> amr) {

    /** Note of the user session: the provider that it was begun through. Keycloak's note also names one that was linked in it. */
    static final String NOTE = "strongroom.provider";

    /** Note of the user session: the {@code amr} of that provider's token, separated by spaces. */
    static final String AMR_NOTE = "strongroom.provider.amr";

    private static final String ID_TOKEN_NOTE = "FEDERATED_ID_TOKEN";

    /** Has the session that this login leads to remember how it was begun; one that joins a session leaves it as it is. */
    static void keep(AuthenticationSessionModel login) {
        String alias = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (alias != null) {
            login.setUserSessionNote(NOTE, alias);
            login.setUserSessionNote(
                    AMR_NOTE, String.join(" ", amrOf(login.getUserSessionNotes().get(ID_TOKEN_NOTE))));
        }
    }

    static BrokeredLogin of(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        String alias = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (alias != null) {
            return new BrokeredLogin(alias, amrOf(login.getUserSessionNotes().get(ID_TOKEN_NOTE)));
        }
        // The session's provider vouches where the session is what lets the user in, not for a password entered since.
        return Optional.of(login)
                .filter(AuthenticatorUtil::isSSOAuthentication)
                .flatMap(sso -> JoinedSession.of(session, sso, user))
                .map(joined -> new BrokeredLogin(joined.getNote(NOTE), kept(joined.getNote(AMR_NOTE))))
                .orElseGet(() -> new BrokeredLogin(null, List.of()));
    }

    /** @param unproven the links of the user that were made without a second factor */
    Voucher voucher(List<TrustedProvider> trusted, UnprovenLinks unproven) {
        boolean vouches = alias != null && trusted.stream().anyMatch(provider -> provider.vouches(alias, amr));
        if (!vouches) {
            return Voucher.NONE;
        }
        return unproven.contain(alias) ? Voucher.UNPROVEN_LINK : Voucher.PROVEN_LINK;
    }

    private static List<String> kept(String amr) {
        return amr == null ? List.of() : List.of(amr.split(" "));
    }

    /** Keycloak has verified the token before it kept it; one that can't be read says nothing. */
    private static List<String> amrOf(String idToken) {
        if (idToken == null) {
            return List.of();
        }
        try {
            JsonNode claims = JsonSerialization.readValue(new JWSInput(idToken).getContent(), JsonNode.class);
            List<String> amr = new ArrayList<>();
            claims.path("amr").forEach(value -> amr.add(value.asText()));
            return amr;
        } catch (JWSInputException | IOException unreadable) {
            return List.of();
        }
    }
}
