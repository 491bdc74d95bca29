package io.strongroom.factor.totp;

import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.throttle.EntryThrottle;
import java.time.Clock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** The limits on entering codes of an app, wherever they are entered: the guard's page, a flow's, a direct grant. */
public final class TotpThrottle {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    public TotpThrottle(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    Duration remaining(String credentialId) {
        return of(credentialId).remaining();
    }

    /** Of one app: each has a secret of its own. */
    public EntryThrottle of(String credentialId) {
        return new EntryThrottle(
                new KeycloakOneTimeStore(session), clock, realm.getId(), credentialId, OTPCredentialModel.TYPE);
    }
}
