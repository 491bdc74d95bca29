package io.strongroom.state;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeyManager;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** A fake realm with keys and single-use objects. Records every name and value that was passed to Keycloak. */
public final class FakeRealm {

    private final Objects objects = new Objects();
    private final List<KeyWrapper> keys = new ArrayList<>();
    private final List<String> given = new ArrayList<>();

    public FakeRealm() {
        rotate();
    }

    /** Returns a new store, as another request or node would create it. */
    public OneTimeStore store() {
        KeyManager manager = proxy(KeyManager.class, (self, method, args) -> switch (method.getName()) {
            case "getActiveKey" -> keys.get(0);
            case "getKeysStream" -> keys.stream();
            default -> throw new UnsupportedOperationException(method.getName());
        });
        KeycloakSession session = proxy(KeycloakSession.class, (self, method, args) -> switch (method.getName()) {
            case "singleUseObjects" -> objects;
            case "keys" -> manager;
            default -> throw new UnsupportedOperationException(method.getName());
        });
        return new KeycloakOneTimeStore(session, null);
    }

    /** Adds a new active key. The older keys stay. */
    void rotate() {
        String id = UUID.randomUUID().toString();
        KeyWrapper key = new KeyWrapper();
        key.setKid(id);
        key.setSecretKey(new SecretKeySpec(id.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA512"));
        keys.add(0, key);
    }

    SingleUseObjectProvider objects() {
        return objects;
    }

    Set<String> names() {
        return new TreeSet<>(objects.entries.keySet());
    }

    Map<String, Long> lives() {
        return objects.lives;
    }

    /** Returns every name and value passed to Keycloak so far, as logs and databases show them. */
    public List<String> given() {
        return List.copyOf(given);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Objects implements SingleUseObjectProvider {

        private final Map<String, Map<String, String>> entries = new HashMap<>();
        private final Map<String, Long> lives = new HashMap<>();

        private void log(Object... arguments) {
            Arrays.stream(arguments).map(String::valueOf).forEach(given::add);
        }

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            log(key, notes);
            entries.put(key, notes);
            lives.put(key, lifespanSeconds);
        }

        @Override
        public Map<String, String> get(String key) {
            log(key);
            return entries.get(key);
        }

        @Override
        public Map<String, String> remove(String key) {
            log(key);
            return entries.remove(key);
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            log(key, notes);
            return entries.replace(key, notes) != null;
        }

        @Override
        public boolean putIfAbsent(String key, long lifespanInSeconds) {
            log(key);
            lives.putIfAbsent(key, lifespanInSeconds);
            return entries.putIfAbsent(key, Map.of()) == null;
        }

        @Override
        public boolean contains(String key) {
            log(key);
            return entries.containsKey(key);
        }

        @Override
        public void close() {}
    }
}
