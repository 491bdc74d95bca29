package io.strongroom.state;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** The store on Keycloak's single-use objects, whose key space is flat: ours begin with {@code strongroom:}. */
public final class KeycloakOneTimeStore implements OneTimeStore {

    private static final String PREFIX = "strongroom:";

    private final SingleUseObjectProvider objects;

    public KeycloakOneTimeStore(KeycloakSession session) {
        this.objects = session.singleUseObjects();
    }

    @Override
    public void put(String key, Duration life, Map<String, String> entry) {
        objects.put(PREFIX + key, seconds(life), entry);
    }

    @Override
    public Optional<Map<String, String>> get(String key) {
        return Optional.ofNullable(objects.get(PREFIX + key));
    }

    @Override
    public boolean claim(String key, Duration life) {
        return objects.putIfAbsent(PREFIX + key, seconds(life));
    }

    @Override
    public boolean isClaimed(String key) {
        return objects.contains(PREFIX + key);
    }

    @Override
    public void release(String key) {
        objects.remove(PREFIX + key);
    }

    private static long seconds(Duration life) {
        return Math.max(1, life.plusMillis(999).toSeconds());
    }
}
