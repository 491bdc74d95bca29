package io.strongroom.code;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;

/** Keys of a realm that count look-ups: one for each compared code. */
final class TestKeys implements CodeKeys {

    private final Map<String, CodeKey> keys = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();
    private volatile CodeKey active;

    TestKeys() {
        rotate("key-1");
    }

    static CodeKey key(String id) {
        return new CodeKey(id, new SecretKeySpec(("secret of " + id).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    }

    void rotate(String id) {
        active = key(id);
        keys.put(id, active);
    }

    void forget(String id) {
        keys.remove(id);
    }

    int lookups() {
        return lookups.get();
    }

    @Override
    public CodeKey active() {
        return active;
    }

    @Override
    public Optional<CodeKey> byId(String id) {
        lookups.incrementAndGet();
        return Optional.ofNullable(keys.get(id));
    }
}
