package io.strongroom.code;

import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Simulates how parallel callers see the store: none sees an earlier claim, but only one claim succeeds. */
record BlindStore(OneTimeStore store) implements OneTimeStore {

    @Override
    public boolean isClaimed(String key) {
        return false;
    }

    @Override
    public void put(String key, Duration life, Map<String, String> entry) {
        store.put(key, life, entry);
    }

    @Override
    public Optional<Map<String, String>> get(String key) {
        return store.get(key);
    }

    @Override
    public boolean claim(String key, Duration life) {
        return store.claim(key, life);
    }

    @Override
    public boolean release(String key) {
        return store.release(key);
    }

    @Override
    public String handle(String key) {
        return store.handle(key);
    }

    @Override
    public void releaseHandle(String handle) {
        store.releaseHandle(handle);
    }
}
