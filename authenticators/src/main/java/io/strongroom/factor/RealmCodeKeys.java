package io.strongroom.factor;

import io.strongroom.code.CodeKeys;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The realm's own HMAC keys, which rotate as the realm's administrators have it. */
public final class RealmCodeKeys implements CodeKeys {

    private static final String ALGORITHM = Algorithm.HS512;

    private final KeycloakSession session;
    private final RealmModel realm;

    public RealmCodeKeys(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    @Override
    public CodeKey active() {
        return key(session.keys().getActiveKey(realm, KeyUse.SIG, ALGORITHM));
    }

    @Override
    public Optional<CodeKey> byId(String id) {
        return Optional.ofNullable(session.keys().getKey(realm, id, KeyUse.SIG, ALGORITHM))
                .map(RealmCodeKeys::key);
    }

    private static CodeKey key(KeyWrapper wrapper) {
        return new CodeKey(wrapper.getKid(), wrapper.getSecretKey());
    }
}
