package io.strongroom.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

@DisplayName("Store on Keycloak's single-use objects")
class KeycloakOneTimeStoreTest {

    private final Objects objects = new Objects();
    private final OneTimeStore store = new KeycloakOneTimeStore(sessionWith(objects));

    @ParameterizedTest(name = "a life of {0} ms is kept for {1} s")
    @CsvSource({"1,1", "999,1", "1000,1", "1001,2", "300000,300"})
    void lifeIsRoundedUp(long millis, long seconds) {
        store.put("entry", Duration.ofMillis(millis), Map.of());
        store.claim("claim", Duration.ofMillis(millis));

        assertEquals(Map.of("strongroom:entry", seconds, "strongroom:claim", seconds), objects.lives);
    }

    @Test
    @DisplayName("its keys meet nobody else's in the flat key space")
    void keysAreOurs() {
        objects.put("entry", 60, Map.of("of", "somebody else"));

        assertEquals(Optional.empty(), store.get("entry"));
        assertTrue(store.claim("entry", Duration.ofMinutes(1)));
        store.release("entry");
        assertEquals(Map.of("of", "somebody else"), objects.get("entry"));
    }

    @Test
    @DisplayName("a claim is given once, until it is released")
    void claimsOnce() {
        assertTrue(store.claim("claim", Duration.ofMinutes(1)));
        assertFalse(store.claim("claim", Duration.ofMinutes(1)));
        assertTrue(store.isClaimed("claim"));

        store.release("claim");

        assertFalse(store.isClaimed("claim"));
        assertTrue(store.claim("claim", Duration.ofMinutes(1)));
    }

    @Test
    @DisplayName("an entry is read as it was stored, and replaced by the next")
    void entriesAreReplaced() {
        store.put("entry", Duration.ofMinutes(1), Map.of("n", "1"));
        store.put("entry", Duration.ofMinutes(1), Map.of("n", "2"));

        assertEquals(Optional.of(Map.of("n", "2")), store.get("entry"));
    }

    private static KeycloakSession sessionWith(SingleUseObjectProvider objects) {
        return (KeycloakSession) Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (self, method, args) -> {
                    if (method.getName().equals("singleUseObjects")) {
                        return objects;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private static final class Objects implements SingleUseObjectProvider {

        private final Map<String, Map<String, String>> entries = new HashMap<>();
        private final Map<String, Long> lives = new HashMap<>();

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            entries.put(key, notes);
            lives.put(key, lifespanSeconds);
        }

        @Override
        public Map<String, String> get(String key) {
            return entries.get(key);
        }

        @Override
        public Map<String, String> remove(String key) {
            return entries.remove(key);
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            return entries.replace(key, notes) != null;
        }

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            lives.putIfAbsent(key, lifespanInSeconds);
            return entries.putIfAbsent(key, Map.of()) == null;
        }

        @Override
        public boolean contains(String key) {
            return entries.containsKey(key);
        }

        @Override
        public void close() {}
    }
}
