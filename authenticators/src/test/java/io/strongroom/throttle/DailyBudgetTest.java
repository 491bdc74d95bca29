package io.strongroom.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.state.Concurrently;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X3 security 10: A daily budget")
class DailyBudgetTest {

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);

    private DailyBudget budget(int max) {
        return new DailyBudget(store, clock, "tenant", max);
    }

    private void take(int count) {
        IntStream.range(0, count).forEach(i -> budget(1_000_000).take());
    }

    @Test
    @DisplayName("grants its maximum and reports how many are used")
    void max() {
        assertEquals(OptionalInt.of(1), budget(3).take());
        assertEquals(OptionalInt.of(2), budget(3).take());
        assertEquals(OptionalInt.of(3), budget(3).take());
        assertEquals(OptionalInt.empty(), budget(3).take());
        assertEquals(3, budget(3).used());
    }

    @Test
    @DisplayName("resets at midnight UTC and reports the time until then")
    void midnight() {
        budget(1).take();
        assertEquals(Duration.ofHours(14), budget(1).retryAfter());

        clock.advance(Duration.ofHours(14).minusSeconds(1));
        assertTrue(budget(1).take().isEmpty());
        assertEquals(Duration.ofSeconds(1), budget(1).retryAfter());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(OptionalInt.of(1), budget(1).take());
    }

    @ParameterizedTest(name = "reports {0} used")
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 9, 63, 64, 65, 1000})
    void used(int count) {
        take(count);

        assertEquals(count, budget(5).used());
    }

    @Test
    @DisplayName("is spent if lowered below its usage and continues from its usage if raised again")
    void changed() {
        take(10);

        assertTrue(budget(5).take().isEmpty());
        assertEquals(OptionalInt.of(11), budget(20).take());
    }

    @Test
    @DisplayName("does not exceed its maximum in parallel and grants each slot once")
    void parallel() throws Exception {
        List<OptionalInt> taken = Concurrently.run(64, () -> budget(40).take());

        List<Integer> granted =
                taken.stream().flatMapToInt(OptionalInt::stream).boxed().toList();
        assertEquals(40, granted.size());
        assertEquals(
                IntStream.rangeClosed(1, 40).boxed().toList(),
                new TreeSet<>(granted).stream().toList());
    }

    @Test
    @DisplayName("lets a released slot be taken again once, even the next day")
    void release() {
        DailyBudget first = budget(3);
        first.take();
        take(2);
        assertTrue(budget(3).take().isEmpty());
        clock.advance(Duration.ofHours(13));

        first.release();
        first.release();

        assertTrue(budget(3).take().isPresent());
        assertTrue(budget(3).take().isEmpty());
        DailyBudget late = budget(4);
        assertTrue(late.take().isPresent());
        clock.advance(Duration.ofHours(2));
        assertTrue(budget(1).take().isPresent());
        late.release();
        assertTrue(budget(1).take().isEmpty(), "yesterday's slot must not count today");
    }

    @Test
    @DisplayName("X9 leaves no gap after a release, so the count stays right")
    void noGap() {
        DailyBudget first = budget(10);
        Instant then = clock.instant();
        first.take();
        take(5);

        first.release();
        assertEquals(5, budget(10).used());
        budget(10).release(then);
        assertEquals(4, budget(10).used());
        clock.advance(Duration.ofDays(1));
        take(2);
        budget(10).release(then);
        assertEquals(2, budget(10).used());
    }

    @Test
    @DisplayName("does not exceed its maximum with parallel takes and releases")
    void parallelRelease() throws Exception {
        AtomicInteger sent = new AtomicInteger();
        Concurrently.run(32, () -> {
            for (int i = 0; i < 20; i++) {
                DailyBudget mine = budget(40);
                if (mine.take().isEmpty()) {
                    continue;
                }
                if (i % 2 == 0) {
                    mine.release();
                } else {
                    sent.incrementAndGet();
                }
            }
            return null;
        });

        assertTrue(sent.get() <= 40, "sent: " + sent);
        while (budget(40).take().isPresent()) {
            sent.incrementAndGet();
        }
        assertTrue(sent.get() <= 40, "sent: " + sent);
    }

    @Test
    @DisplayName("needs fewer than 40 look-ups if ten thousand slots are used")
    void lookups() {
        take(10_000);
        CountingStore counting = new CountingStore(store);

        new DailyBudget(counting, clock, "tenant", 20_000).take();

        assertTrue(counting.lookups.get() < 40, "look-ups: " + counting.lookups);
    }

    @Test
    @DisplayName("reports a threshold to one caller, once a day, and again for another budget")
    void thresholds() {
        assertFalse(budget(10).isFirstToReach(80, 7));
        assertTrue(budget(10).isFirstToReach(80, 8));
        assertFalse(budget(10).isFirstToReach(80, 9));
        assertTrue(budget(10).isFirstToReach(100, 10));
        assertTrue(budget(20).isFirstToReach(80, 16));
        clock.advance(Duration.ofDays(1));
        assertTrue(budget(10).isFirstToReach(80, 8));
    }

    /** Counts look-ups. */
    private record CountingStore(OneTimeStore store, AtomicInteger lookups) implements OneTimeStore {

        CountingStore(OneTimeStore store) {
            this(store, new AtomicInteger());
        }

        @Override
        public void put(String key, Duration life, Map<String, String> entry) {
            store.put(key, life, entry);
        }

        @Override
        public Optional<Map<String, String>> get(String key) {
            lookups.incrementAndGet();
            return store.get(key);
        }

        @Override
        public boolean claim(String key, Duration life) {
            lookups.incrementAndGet();
            return store.claim(key, life);
        }

        @Override
        public boolean isClaimed(String key) {
            lookups.incrementAndGet();
            return store.isClaimed(key);
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
}
