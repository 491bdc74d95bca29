package io.strongroom.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/** In-memory store for tests. Like Keycloak's single-use objects: one flat key space, whole seconds, atomic claims. */
public final class InMemoryOneTimeStore implements OneTimeStore {

    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Map<String, String> handles = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryOneTimeStore(Clock clock) {
        this.clock = clock;
    }

    private record Item(Map<String, String> entry, Instant expires) {}

    @Override
    public void put(String key, Duration life, Map<String, String> entry) {
        items.put(key, item(life, entry));
    }

    @Override
    public Optional<Map<String, String>> get(String key) {
        return Optional.ofNullable(items.get(key)).filter(this::isAlive).map(Item::entry);
    }

    @Override
    public boolean claim(String key, Duration life) {
        AtomicBoolean claimed = new AtomicBoolean();
        items.compute(key, (same, present) -> {
            boolean free = present == null || !isAlive(present);
            claimed.set(free);
            return free ? item(life, Map.of()) : present;
        });
        return claimed.get();
    }

    @Override
    public boolean isClaimed(String key) {
        return get(key).isPresent();
    }

    @Override
    public boolean release(String key) {
        Item item = items.remove(key);
        return item != null && isAlive(item);
    }

    @Override
    public String handle(String key) {
        String handle = Integer.toHexString(key.hashCode());
        handles.put(handle, key);
        return handle;
    }

    @Override
    public void releaseHandle(String handle) {
        release(handles.get(handle));
    }

    /** Returns all keys and values that have not expired, as a reader of the database would see them. */
    public String dump() {
        return items.entrySet().stream()
                .filter(item -> isAlive(item.getValue()))
                .map(item -> item.getKey() + " = " + item.getValue().entry())
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    public Set<String> values() {
        return items.values().stream()
                .filter(this::isAlive)
                .map(item -> item.entry().values())
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    private Item item(Duration life, Map<String, String> entry) {
        Duration wholeSeconds =
                Duration.ofSeconds(Math.max(1, life.plusMillis(999).toSeconds()));
        return new Item(Map.copyOf(entry), clock.instant().plus(wholeSeconds));
    }

    private boolean isAlive(Item item) {
        return clock.instant().isBefore(item.expires());
    }
}
