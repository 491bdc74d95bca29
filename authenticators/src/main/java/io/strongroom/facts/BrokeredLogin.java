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
import java.util.Set;
import org.keycloak.authentication.AuthenticatorUtil;
import org.keycloak.events.Details;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/**
 * The identity provider through which a user signed in, and the methods they used there according to its token.
 *
 * @param alias alias of the provider; empty if the user signed in at this realm
 * @param amr   {@code amr} values of the provider's token; empty if it has none
 */
record BrokeredLogin(Optional<String> alias, List<String> amr) {

    /**
     * User session note: the provider through which the session was started. Keycloak's own note can also contain a
     * provider that was only linked during the session.
     */
    static final String NOTE = "strongroom.provider";

    /** User session note: the {@code amr} values from that provider's token, separated by spaces. */
    static final String AMR_NOTE = "strongroom.provider.amr";

    /** RFC 8176 values for a proof of possession of a key. */
    private static final Set<String> PHISHING_RESISTANT = Set.of("hwk", "swk", "pop", "sc");

    private static final BrokeredLogin NONE = new BrokeredLogin(Optional.empty(), List.of());

    private static final String ID_TOKEN_NOTE = "FEDERATED_ID_TOKEN";

    /**
     * Stores the provider for the user session created by the login. Does not change any note if the login has no
     * provider.
     */
    static void store(AuthenticationSessionModel login) {
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
            return new BrokeredLogin(
                    Optional.of(alias), amrOf(login.getUserSessionNotes().get(ID_TOKEN_NOTE)));
        }
        // The session's provider counts only for single sign-on, not after the user has reentered the password.
        return Optional.of(login)
                .filter(AuthenticatorUtil::isSSOAuthentication)
                .flatMap(sso -> JoinedSession.of(session, sso, user))
                .map(BrokeredLogin::of)
                .orElse(NONE);
    }

    private static BrokeredLogin of(UserSessionModel joined) {
        String amr = joined.getNote(AMR_NOTE);
        return new BrokeredLogin(
                Optional.ofNullable(joined.getNote(NOTE)), amr == null ? List.of() : List.of(amr.split(" ")));
    }

    /**
     * Returns how the account is linked to the provider of this login, if the tenant trusts that provider.
     *
     * @param unproven the user's links created without a second factor
     */
    Voucher voucher(List<TrustedProvider> trusted, UnprovenLinks unproven) {
        return alias.filter(name -> trusted.stream().anyMatch(provider -> provider.vouches(name, amr)))
                .map(name -> unproven.contain(name) ? Voucher.UNPROVEN_LINK : ofProvenLink())
                .orElse(Voucher.NONE);
    }

    private Voucher ofProvenLink() {
        return amr.stream().anyMatch(PHISHING_RESISTANT::contains)
                ? Voucher.PROVEN_LINK_PHISHING_RESISTANT
                : Voucher.PROVEN_LINK;
    }

    /**
     * Returns the {@code amr} values of an ID token, which Keycloak verified before storing it. An unreadable token
     * counts as one without {@code amr}.
     */
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
