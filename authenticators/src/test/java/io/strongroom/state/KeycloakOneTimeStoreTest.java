package io.strongroom.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The store on Keycloak's single-use objects")
class KeycloakOneTimeStoreTest {

    private static final String NUMBER = "+46701740605";
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final FakeRealm realm = new FakeRealm();
    private final OneTimeStore store = realm.store();

    @ParameterizedTest(name = "rounds a lifetime of {0} ms up to {1} s")
    @CsvSource({"1,1", "999,1", "1000,1", "1001,2", "300000,300"})
    void lifeIsRoundedUp(long millis, long seconds) {
        store.put("entry", Duration.ofMillis(millis), Map.of());
        store.claim("claim", Duration.ofMillis(millis));

        assertEquals(List.of(seconds, seconds), List.copyOf(realm.lives().values()));
    }

    @Test
    @DisplayName(
            "security 6 19: does not reveal keys in stored names, even to an attacker who hashes all numbers without "
                    + "the realm's key")
    void keysAreHashed() {
        store.put(NUMBER, MINUTE, Map.of());
        store.claim("code:" + NUMBER + ":123456", MINUTE);
        FakeRealm other = new FakeRealm();
        other.store().put(NUMBER, MINUTE, Map.of());

        assertEquals(2, realm.names().size());
        realm.names().forEach(name -> assertTrue(name.matches("strongroom:[\\w-]{43}"), name));
        assertFalse(realm.names().containsAll(other.names()), "each realm has its own key");
    }

    @Test
    @DisplayName("does not let its keys collide with others in the flat key space")
    void keysDoNotCollide() {
        realm.objects().put("entry", 60, Map.of("owner", "other"));

        assertEquals(Optional.empty(), store.get("entry"));
        assertTrue(store.claim("entry", MINUTE));
        store.release("entry");
        store.releaseHandle("entry");
        assertEquals(Map.of("owner", "other"), realm.objects().get("entry"));
    }

    @Test
    @DisplayName("lets a key be claimed once until it is released")
    void claimsOnce() {
        assertTrue(store.claim("claim", MINUTE));
        assertFalse(store.claim("claim", MINUTE));
        assertTrue(store.isClaimed("claim"));

        store.release("claim");

        assertFalse(store.isClaimed("claim"));
        assertTrue(store.claim("claim", MINUTE));
    }

    @Test
    @DisplayName("replaces an entry with the next one")
    void entriesAreReplaced() {
        store.put("entry", MINUTE, Map.of("n", "1"));
        store.put("entry", MINUTE, Map.of("n", "2"));

        assertEquals(Optional.of(Map.of("n", "2")), store.get("entry"));
    }

    @Test
    @DisplayName("has a handle that releases its claim from another request and does not reveal the key")
    void handles() {
        store.claim(NUMBER, MINUTE);
        String handle = store.handle(NUMBER);

        assertFalse(handle.contains("4670"), handle);
        realm.store().releaseHandle(handle);
        assertFalse(store.isClaimed(NUMBER));
    }

    @Test
    @DisplayName("can still read and release entries and claims after the realm's keys are rotated")
    void rotatedKeys() {
        store.put("entry", MINUTE, Map.of("n", "1"));
        store.claim("claim", MINUTE);
        store.claim("other", MINUTE);
        String handle = store.handle("other");
        realm.rotate();
        OneTimeStore later = realm.store();

        assertEquals(Optional.of(Map.of("n", "1")), later.get("entry"));
        assertTrue(later.isClaimed("claim"));
        assertFalse(later.claim("claim", MINUTE));
        assertEquals(handle, later.handle("other"));
        later.releaseHandle(handle);
        assertFalse(later.isClaimed("other"));
        later.release("claim");
        assertTrue(later.claim("claim", MINUTE));
    }
}
