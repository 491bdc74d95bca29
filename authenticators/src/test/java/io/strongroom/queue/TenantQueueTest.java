package io.strongroom.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A queue that tenants share")
class TenantQueueTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> narrow = new HashSet<>();
    private final TenantQueue queue = shared(threads::add, 4, 6, 50);

    /** Two tenants have been here. */
    private TenantQueue shared(Executor pool, int size, int room, int share) {
        TenantQueue shared = new TenantQueue(pool, size, room, share, narrow::contains);
        for (String tenant : List.of("one", "another")) {
            shared.take(tenant);
            shared.giveBack(tenant);
        }
        return shared;
    }

    private boolean offer(String tenant, String mail) {
        return queue.offer(tenant, () -> done.add(mail));
    }

    private void runAll() {
        while (!threads.isEmpty()) {
            threads.poll().run();
        }
    }

    @Test
    @DisplayName("takes from a tenant half of the threads and half of the room, and then says no")
    void half() {
        for (int mail = 0; mail < 5; mail++) {
            assertTrue(offer("one", "mail"), "mail " + mail);
        }

        assertFalse(offer("one", "too many"));
        assertEquals(2, threads.size());
    }

    @Test
    @DisplayName("X10 a tenant whose mails hang does not keep another's")
    void others() {
        for (int mail = 0; mail < 6; mail++) {
            offer("hangs", "hangs");
        }

        assertTrue(offer("works", "works"));
        assertEquals(3, threads.size(), "two of the one, one of the other");
        new ArrayList<>(threads).get(2).run();
        assertEquals(List.of("works"), done);
    }

    @Test
    @DisplayName("has an end also where many tenants wait")
    void room() {
        for (String tenant : new String[] {"a", "b"}) {
            for (int mail = 0; mail < 5; mail++) {
                assertTrue(offer(tenant, "mail"));
            }
        }
        assertTrue(offer("c", "starts") && offer("c", "starts"));

        assertFalse(offer("c", "waits"), "six wait already");
    }

    @Test
    @DisplayName("loses nothing, keeps the order of a tenant, and is empty and usable again afterwards")
    void order() throws InterruptedException {
        for (int round = 0; round < 3; round++) {
            done.clear();
            for (String mail : List.of("1", "2", "3", "4", "5")) {
                assertTrue(offer("one", mail));
            }
            runAll();
            assertEquals(List.of("1", "2", "3", "4", "5"), done);
            queue.awaitIdle(Duration.ZERO);
        }
    }

    @Test
    @DisplayName("goes on after a mail that could not be made")
    void failure() {
        queue.offer("one", () -> {
            throw new IllegalStateException("told by a test");
        });
        offer("one", "second");
        offer("one", "third");
        runAll();

        assertEquals(List.of("second", "third"), done);
    }

    @Test
    @DisplayName("a place that was given back is there for another, of the same tenant and of others")
    void givenBack() {
        for (int place = 0; place < 5; place++) {
            assertTrue(queue.take("one"));
        }
        assertFalse(queue.take("one"));

        queue.giveBack("one");

        assertTrue(offer("one", "in its stead"));
        assertFalse(queue.take("one"));
        for (int place = 0; place < 4; place++) {
            queue.giveBack("one");
        }
        runAll();
        half();
    }

    @Test
    @DisplayName("tells of each that it drops, once, and is empty afterwards")
    void dropped() throws InterruptedException {
        List<String> dropped = new ArrayList<>();
        for (String mail : List.of("1", "2", "3", "4", "5")) {
            assertTrue(queue.take("one") && queue.run("one", () -> done.add(mail), () -> dropped.add(mail)));
        }
        threads.poll().run();
        assertEquals(4, queue.waiting());

        assertEquals(4, queue.dropWaiting());
        runAll();

        assertEquals(List.of("1"), done);
        assertEquals(List.of("2", "3", "4", "5"), dropped.stream().sorted().toList());
        assertTrue(queue.awaitIdle(Duration.ZERO));
        half();
    }

    @Test
    @DisplayName("a share is a percentage, and at least one")
    void share() {
        TenantQueue small = shared(threads::add, 4, 10, 1);
        TenantQueue whole = shared(threads::add, 4, 10, 100);

        assertTrue(small.take("one") && small.take("one"));
        assertFalse(small.take("one"));
        for (int place = 0; place < 14; place++) {
            assertTrue(whole.take("one"), "place " + place);
        }
        assertFalse(whole.take("one"));
    }

    @Test
    @DisplayName(
            "X4 a tenant that has never met another gets half of their share as well, and leaves the rest for the first that comes")
    void alone() {
        TenantQueue own = new TenantQueue(threads::add, 4, 6, 50, narrow::contains);
        int taken = 0;
        while (own.offer("first", () -> done.add("first"))) {
            taken++;
        }
        assertEquals(3 + 4, taken);
        assertEquals(3, threads.size());

        assertTrue(own.offer("second", () -> done.add("second")));
        assertEquals(4, threads.size(), "a thread was left");
        assertFalse(own.offer("first", () -> {}), "it has more than its share of the room");
        for (int i = 0; i < 3; i++) {
            threads.poll().run();
        }

        assertEquals(3, threads.size(), "two of the first from now on, one of the second");
        runAll();
        assertEquals(taken + 1, done.size());
    }

    @Test
    @DisplayName(
            "X4 a tenant is narrowed to half of its threads while its vendor fails, and has them all again afterwards")
    void narrow() {
        for (int mail = 0; mail < 5; mail++) {
            assertTrue(offer("one", "mail"));
        }
        assertEquals(2, threads.size());

        narrow.add("one");
        threads.poll().run();
        assertEquals(1, threads.size(), "the other one goes on, no new one begins");
        threads.poll().run();
        assertEquals(1, threads.size(), "one after the other");

        narrow.clear();
        threads.poll().run();
        assertEquals(2, threads.size());
        runAll();
        assertEquals(5, done.size());
    }

    @Test
    @DisplayName("takes nothing when the server stops, and does not wait for ever")
    @Timeout(20)
    void stopping() throws InterruptedException {
        TenantQueue stopping = shared(
                run -> {
                    throw new RejectedExecutionException();
                },
                4,
                6,
                50);

        assertFalse(stopping.offer("one", () -> {}));
        stopping.awaitIdle(Duration.ofHours(1));
        offer("one", "never run");
        queue.awaitIdle(Duration.ofMillis(5));
    }

    @Test
    @DisplayName("gives every mail that it took to some thread, once")
    @Timeout(60)
    void parallel() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        ExecutorService givers = Executors.newFixedThreadPool(8);
        TenantQueue real = shared(pool, 4, 10, 50);
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger worked = new AtomicInteger();
        CountDownLatch given = new CountDownLatch(2000);
        for (int mail = 0; mail < 2000; mail++) {
            String tenant = "tenant" + mail % 5;
            givers.execute(() -> {
                if (real.offer(tenant, worked::incrementAndGet)) {
                    taken.incrementAndGet();
                }
                given.countDown();
            });
        }
        assertTrue(given.await(30, TimeUnit.SECONDS));
        real.awaitIdle(Duration.ofSeconds(30));

        assertTrue(taken.get() > 0);
        assertEquals(taken.get(), worked.get());
        givers.shutdownNow();
        pool.shutdownNow();
    }
}
