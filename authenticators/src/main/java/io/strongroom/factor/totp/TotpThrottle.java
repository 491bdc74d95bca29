package io.strongroom.factor.totp;

import io.strongroom.factor.FactorEntries;
import io.strongroom.throttle.EntryLimits;
import java.time.Clock;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** The limits on entering codes of an app, wherever they are entered: the guard's page, a flow's, a direct grant. */
public final class TotpThrottle {

    private final FactorEntries entries;

    public TotpThrottle(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.entries = new FactorEntries(session, realm, user, clock);
    }

    /** Of one app: each has a secret of its own. */
    public EntryLimits of(String credentialId) {
        return entries.ofEach(OTPCredentialModel.TYPE, credentialId);
    }
}
