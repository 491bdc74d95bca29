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

@DisplayName("A queue shared by tenants")
class TenantQueueTest {

    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<String> done = new ArrayList<>();
    private final Set<String> throttled = new HashSet<>();
    private final TenantQueue queue = shared(threads::add, 4, 6, 50);

    /** Returns a queue that has already seen two tenants, so that each gets only its share. */
    private TenantQueue shared(Executor pool, int size, int queueSize, int share) {
        TenantQueue shared = new TenantQueue(pool, size, queueSize, share, throttled::contains);
        for (String tenant : List.of("one", "another")) {
            shared.reserve(tenant);
            shared.release(tenant);
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
    @DisplayName("gives a tenant half of the threads and half of the queue and then refuses")
    void half() {
        for (int mail = 0; mail < 5; mail++) {
            assertTrue(offer("one", "mail"), "mail " + mail);
        }

        assertFalse(offer("one", "too many"));
        assertEquals(2, threads.size());
    }

    @Test
    @DisplayName("X10 does not let a tenant whose e-mails hang block another tenant's")
    void others() {
        for (int mail = 0; mail < 6; mail++) {
            offer("hangs", "hangs");
        }

        assertTrue(offer("works", "works"));
        assertEquals(3, threads.size(), "two tasks of the first tenant, one of the other");
        new ArrayList<>(threads).get(2).run();
        assertEquals(List.of("works"), done);
    }

    @Test
    @DisplayName("is bounded even if many tenants wait")
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
    @DisplayName("loses no task, keeps the order of a tenant, and is usable again when empty")
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
    @DisplayName("continues after a task throws")
    void failure() {
        queue.offer("one", () -> {
            throw new IllegalStateException("thrown by the test");
        });
        offer("one", "second");
        offer("one", "third");
        runAll();

        assertEquals(List.of("second", "third"), done);
    }

    @Test
    @DisplayName("lets a released place be reserved again")
    void released() {
        for (int place = 0; place < 5; place++) {
            assertTrue(queue.reserve("one"));
        }
        assertFalse(queue.reserve("one"));

        queue.release("one");

        assertTrue(offer("one", "in the released place"));
        assertFalse(queue.reserve("one"));
        for (int place = 0; place < 4; place++) {
            queue.release("one");
        }
        runAll();
        half();
    }

    @Test
    @DisplayName("reports each dropped task once, and is empty afterwards")
    void dropped() throws InterruptedException {
        List<String> dropped = new ArrayList<>();
        for (String mail : List.of("1", "2", "3", "4", "5")) {
            assertTrue(queue.reserve("one") && queue.run("one", () -> done.add(mail), () -> dropped.add(mail)));
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
    @DisplayName("rounds a share, which is a percentage, up to at least one")
    void share() {
        TenantQueue small = shared(threads::add, 4, 10, 1);
        TenantQueue whole = shared(threads::add, 4, 10, 100);

        assertTrue(small.reserve("one") && small.reserve("one"));
        assertFalse(small.reserve("one"));
        for (int place = 0; place < 14; place++) {
            assertTrue(whole.reserve("one"), "place " + place);
        }
        assertFalse(whole.reserve("one"));
    }

    @Test
    @DisplayName("X4 gives a lone tenant half of the capacity above its share, and the rest stays free for the next "
            + "tenant")
    void alone() {
        TenantQueue unshared = new TenantQueue(threads::add, 4, 6, 50, throttled::contains);
        int taken = 0;
        while (unshared.offer("first", () -> done.add("first"))) {
            taken++;
        }
        assertEquals(3 + 4, taken);
        assertEquals(3, threads.size());

        assertTrue(unshared.offer("second", () -> done.add("second")));
        assertEquals(4, threads.size(), "one thread was still free");
        assertFalse(unshared.offer("first", () -> {}), "it has more than its share of the queue");
        for (int i = 0; i < 3; i++) {
            threads.poll().run();
        }

        assertEquals(3, threads.size(), "from now on two tasks of the first, one of the second");
        runAll();
        assertEquals(taken + 1, done.size());
    }

    @Test
    @DisplayName("X4 gives a tenant half of its threads while its vendor fails, and all of them afterwards")
    void throttled() {
        for (int mail = 0; mail < 5; mail++) {
            assertTrue(offer("one", "mail"));
        }
        assertEquals(2, threads.size());

        throttled.add("one");
        threads.poll().run();
        assertEquals(1, threads.size(), "the other task continues, and no new one starts");
        threads.poll().run();
        assertEquals(1, threads.size(), "one at a time");

        throttled.clear();
        threads.poll().run();
        assertEquals(2, threads.size());
        runAll();
        assertEquals(5, done.size());
    }

    @Test
    @DisplayName("accepts nothing once the pool has stopped and does not wait forever")
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
    @DisplayName("runs every accepted task exactly once")
    @Timeout(60)
    void parallel() throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        ExecutorService producers = Executors.newFixedThreadPool(8);
        TenantQueue real = shared(pool, 4, 10, 50);
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger finished = new AtomicInteger();
        CountDownLatch offered = new CountDownLatch(2000);
        for (int mail = 0; mail < 2000; mail++) {
            String tenant = "tenant" + mail % 5;
            producers.execute(() -> {
                if (real.offer(tenant, finished::incrementAndGet)) {
                    accepted.incrementAndGet();
                }
                offered.countDown();
            });
        }
        assertTrue(offered.await(30, TimeUnit.SECONDS));
        real.awaitIdle(Duration.ofSeconds(30));

        assertTrue(accepted.get() > 0);
        assertEquals(accepted.get(), finished.get());
        producers.shutdownNow();
        pool.shutdownNow();
    }
}
