package io.strongroom.factor.totp;

import io.strongroom.context.UserContext;
import io.strongroom.factor.FactorEntries;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.EntryLimits;
import java.time.Duration;
import org.keycloak.models.credential.OTPCredentialModel;

/** Provides the limits on entries of app codes, which the guard's page, flows and direct grants share. */
public final class TotpThrottle {

    /**
     * How long used codes are remembered: longer than any code's validity, but so short that the same digits rarely
     * recur.
     */
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final FactorEntries entries;
    private final OneTimeStore store;
    private final String realmId;

    public TotpThrottle(UserContext context) {
        this.entries = new FactorEntries(context);
        this.store = new KeycloakOneTimeStore(context.session(), context.realm());
        this.realmId = context.realm().getId();
    }

    /** Returns the limits for one app; each app has its own secret. */
    public EntryLimits of(String credentialId) {
        return entries.ofEach(OTPCredentialModel.TYPE, credentialId);
    }

    /**
     * Uses up a correct code, even if the realm's OTP policy allows reuse (RFC 6238 5.2).
     *
     * @return whether the code had not been used before
     */
    public boolean useUp(String credentialId, String code) {
        return store.claim("totp-used:" + realmId + ":" + credentialId + ":" + code, REMEMBERED);
    }
}
