package io.strongroom.factor.backupcode;

import io.strongroom.state.KeycloakOneTimeStore;
import java.time.Duration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Claims the next code in a set of Keycloak recovery codes, so that only one of several parallel entries can use it.
 */
public final class RecoveryCodeClaim {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String key;

    /** @param set the set before the code is used */
    public RecoveryCodeClaim(KeycloakSession session, RealmModel realm, RecoveryAuthnCodesCredentialModel set) {
        this.session = session;
        this.realm = realm;
        int number =
                set.getNextRecoveryAuthnCode().map(code -> code.getNumber()).orElse(0);
        this.key = "recovery-code:" + realm.getId() + ":" + set.getId() + ":" + number;
    }

    /**
     * Claims the code.
     *
     * @return true if this call claimed the code, false if another one did
     */
    public boolean take() {
        return new KeycloakOneTimeStore(session, realm).claim(key, REMEMBERED);
    }
}
