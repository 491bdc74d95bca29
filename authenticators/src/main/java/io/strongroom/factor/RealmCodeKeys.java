package io.strongroom.factor;

import io.strongroom.code.CodeKeys;
import io.strongroom.state.RealmSecrets;
import java.util.Optional;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Provides the realm's own keys for hashing codes. */
public final class RealmCodeKeys implements CodeKeys {

    private final RealmSecrets secrets;

    public RealmCodeKeys(KeycloakSession session, RealmModel realm) {
        this.secrets = new RealmSecrets(session, realm);
    }

    @Override
    public CodeKey active() {
        return key(secrets.active());
    }

    @Override
    public Optional<CodeKey> byId(String id) {
        return secrets.byId(id).map(RealmCodeKeys::key);
    }

    private static CodeKey key(KeyWrapper wrapper) {
        return new CodeKey(wrapper.getKid(), wrapper.getSecretKey());
    }
}
