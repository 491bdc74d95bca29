package io.strongroom.account;

import com.webauthn4j.util.exception.WebAuthnException;
import io.strongroom.context.UserContext;
import io.strongroom.factor.EarlierCodes;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.PassedFactors;
import io.strongroom.factor.webauthn.KeyKind;
import io.strongroom.factor.webauthn.KeyTraits;
import io.strongroom.factor.webauthn.OnlyProof;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.store.AcceptedMethods;
import java.time.Clock;
import org.keycloak.WebAuthnConstants;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What the guarded providers of passkeys and security keys have in common. A realm where no rule accepts them keeps
 * Keycloak's behaviour.
 */
final class GuardedKey {

    private final KeycloakSession session;
    private final KeyKind kind;
    private final GuardedCredential guarded;

    GuardedKey(KeycloakSession session, KeyKind kind) {
        this.session = session;
        this.kind = kind;
        this.guarded = new GuardedCredential(session, kind.type());
    }

    private boolean isUnderPolicy() {
        return guarded.isGuarded()
                && AcceptedMethods.containAnywhere(
                        kind.method(), session, session.getContext().getRealm());
    }

    /**
     * Offers backup codes after the set-up, and removes codes made before the account had a factor. Refuses the set-up if
     * the user has to pass a factor first: one may have been set up since the page was shown.
     *
     * @throws WebAuthnException which makes Keycloak show its error page
     */
    void beforeCreation(UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && isUnderPolicy()) {
            if (!new OwnFactors(session).mayChange(user, login)) {
                throw new WebAuthnException("the user has to pass a factor first");
            }
            NewFactor.markSetUp(login);
            EarlierCodes.removeBeforeFirstFactor(UserContext.of(session, user, Clock.systemUTC()));
        }
    }

    /** Records a key that was just set up as passed, so that the user is not asked for it at once. */
    void afterCreation(UserModel user, CredentialModel created) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        String attestation = attestationObject();
        if (login != null && attestation != null && isUnderPolicy()) {
            Clock clock = Clock.systemUTC();
            UserContext context = UserContext.of(session, user, clock);
            new PassedFactors(context, login)
                    .add(new PassedFactor(
                            user.getId(),
                            kind.type(),
                            created.getId(),
                            clock.millis(),
                            login.getTabId(),
                            KeyTraits.ofRegistration(attestation, OnlyProof.isInStep(context, kind.type(), login))));
        }
    }

    private String attestationObject() {
        return session.getContext()
                .getHttpRequest()
                .getDecodedFormParameters()
                .getFirst(WebAuthnConstants.ATTESTATION_OBJECT);
    }

    CredentialTypeMetadata typeMetadata(CredentialTypeMetadata stock, CredentialTypeMetadataContext context) {
        return isUnderPolicy()
                ? guarded.typeMetadata(
                        stock,
                        context,
                        (own, user) -> own.maySetUp(kind.method(), user) || !own.accepts(kind.method(), user))
                : stock;
    }

    void explain(CredentialMetadata metadata) {
        guarded.explain(metadata);
    }
}
