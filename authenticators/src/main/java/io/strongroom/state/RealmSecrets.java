package io.strongroom.state;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Provides the realm's HMAC keys, which its administrators can rotate. */
public final class RealmSecrets {

    private static final String ALGORITHM = Algorithm.HS512;

    private final KeyManager keys;
    private final RealmModel realm;

    public RealmSecrets(KeycloakSession session, RealmModel realm) {
        this.keys = session.keys();
        this.realm = realm;
    }

    /** Returns the active key. Keycloak creates one if there is none. */
    public KeyWrapper active() {
        return keys.getActiveKey(realm, KeyUse.SIG, ALGORITHM);
    }

    public Optional<KeyWrapper> byId(String id) {
        return Optional.ofNullable(keys.getKey(realm, id, KeyUse.SIG, ALGORITHM));
    }

    /** Returns the active key, followed by the realm's other keys. */
    List<SecretKey> all() {
        KeyWrapper active = active();
        Stream<KeyWrapper> others = keys.getKeysStream(realm, KeyUse.SIG, ALGORITHM)
                .filter(key -> !key.getKid().equals(active.getKid()));
        return Stream.concat(Stream.of(active), others)
                .map(KeyWrapper::getSecretKey)
                .toList();
    }
}
