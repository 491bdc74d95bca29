package io.strongroom.factor.totp;

import io.strongroom.factor.FactorEntries;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.EntryLimits;
import java.time.Clock;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** The limits on entering codes of an app, wherever they are entered: the guard's page, a flow's, a direct grant. */
public final class TotpThrottle {

    /** Longer than any code is valid, and short enough that the same digits do not come by chance. */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final FactorEntries entries;
    private final OneTimeStore store;
    private final String realmId;

    public TotpThrottle(KeycloakSession session, RealmModel realm, UserModel user, Clock clock) {
        this.entries = new FactorEntries(session, realm, user, clock);
        this.store = new KeycloakOneTimeStore(session, realm);
        this.realmId = realm.getId();
    }

    /** Of one app: each has a secret of its own. */
    public EntryLimits of(String credentialId) {
        return entries.ofEach(OTPCredentialModel.TYPE, credentialId);
    }

    /**
     * Uses a right code up, whatever the realm's policy for codes says (RFC 6238 5.2).
     *
     * @return whether it had not been used before
     */
    public boolean useUp(String credentialId, String code) {
        return store.claim("totp-used:" + realmId + ":" + credentialId + ":" + code, REMEMBERED);
    }
}
