package io.strongroom.account;

import io.strongroom.context.UserContext;
import io.strongroom.factor.EarlierCodes;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.factor.webauthn.KeyKind;
import io.strongroom.facts.OwnFactors;
import java.time.Clock;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What the guarded providers of passkeys and security keys have in common. A tenant that doesn't accept them keeps Keycloak's behaviour. */
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
        return guarded.isGuarded() && new OwnFactors(session).accepts(kind.method());
    }

    /** Offers backup codes after the set-up, and removes codes made before the account had a factor. */
    void beforeCreation(UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && isUnderPolicy()) {
            NewFactor.markSetUp(login);
            if (new SmsCredentials(UserContext.of(session, user, Clock.systemUTC()))
                    .fromProfile()
                    .isEmpty()) {
                EarlierCodes.removeBeforeFirstFactor(user);
            }
        }
    }

    CredentialTypeMetadata typeMetadata(CredentialTypeMetadata stock, CredentialTypeMetadataContext context) {
        return isUnderPolicy() ? guarded.typeMetadata(stock, context, own -> own.maySetUp(kind.method())) : stock;
    }

    void explain(CredentialMetadata metadata) {
        guarded.explain(metadata);
    }
}
