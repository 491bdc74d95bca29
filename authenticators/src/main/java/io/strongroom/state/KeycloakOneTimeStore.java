package io.strongroom.state;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;

/** The one-time store of a realm, based on Keycloak's single-use objects. Keys are stored as keyed hashes. */
public final class KeycloakOneTimeStore implements OneTimeStore {

    private final SingleUseObjectProvider objects;
    private final KeyNames names;

    public KeycloakOneTimeStore(KeycloakSession session, RealmModel realm) {
        this.objects = session.singleUseObjects();
        this.names = new KeyNames(new RealmSecrets(session, realm).all());
    }

    @Override
    public void put(String key, Duration life, Map<String, String> entry) {
        objects.put(names.of(key), seconds(life), entry);
    }

    @Override
    public Optional<Map<String, String>> get(String key) {
        return Optional.ofNullable(objects.get(names.of(key)))
                .or(() -> names.underOlderSecrets(key).stream()
                        .flatMap(name -> Stream.ofNullable(objects.get(name)))
                        .findFirst());
    }

    @Override
    public boolean claim(String key, Duration life) {
        return names.underOlderSecrets(key).stream().noneMatch(objects::contains)
                && objects.putIfAbsent(names.of(key), seconds(life));
    }

    @Override
    public boolean isClaimed(String key) {
        return objects.contains(names.of(key))
                || names.underOlderSecrets(key).stream().anyMatch(objects::contains);
    }

    @Override
    public boolean release(String key) {
        return Stream.concat(Stream.of(names.of(key)), names.underOlderSecrets(key).stream())
                        .filter(name -> objects.remove(name) != null)
                        .count()
                > 0;
    }

    @Override
    public String handle(String key) {
        return names.underOlderSecrets(key).stream()
                .filter(objects::contains)
                .findFirst()
                .orElseGet(() -> names.of(key));
    }

    @Override
    public void releaseHandle(String handle) {
        if (handle.startsWith(KeyNames.PREFIX)) {
            objects.remove(handle);
        }
    }

    private static long seconds(Duration life) {
        return Math.max(1, life.plusMillis(999).toSeconds());
    }
}
