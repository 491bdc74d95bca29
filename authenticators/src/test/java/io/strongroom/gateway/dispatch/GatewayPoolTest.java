package io.strongroom.gateway.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pool of a gateway")
class GatewayPoolTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Predicate<String> NEVER_THROTTLED = name -> false;
    private static final String TENANT = "acme";

    private final CountDownLatch vendorAnswers = new CountDownLatch(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();

    @Test
    @DisplayName("X4 does not let a gateway that hangs delay messages of another")
    void bulkhead() throws InterruptedException {
        GatewayPools pools =
                new GatewayPools(List.of("hangs", "works"), null, new PoolSize(2, 10, 100), (gateway, tenant) -> false);
        for (int i = 0; i < 12; i++) {
            assertTrue(send(pools.of("hangs").orElseThrow(), this::hang));
        }
        CountDownLatch others = new CountDownLatch(12);

        for (int i = 0; i < 12; i++) {
            assertTrue(send(pools.of("works").orElseThrow(), others::countDown));
        }

        assertTrue(others.await(LONG.toSeconds(), TimeUnit.SECONDS));
        assertEquals(0, sent.get());
        vendorAnswers.countDown();
        pools.close(LONG);
    }

    @Test
    @DisplayName("X4 refuses more places to a tenant whose vendor hangs, while other tenants still use it")
    void tenantsShare() throws InterruptedException {
        GatewayPool pool = new GatewayPool("shared", new PoolSize(2, 10, 50), NEVER_THROTTLED);
        assertTrue(send(pool, "another", () -> {}));
        int taken = 0;
        while (send(pool, "hangs", this::hang)) {
            taken++;
        }
        CountDownLatch others = new CountDownLatch(12);

        for (int i = 0; i < 12; i++) {
            String tenant = "works" + i % 2;
            await().atMost(LONG).until(() -> send(pool, tenant, others::countDown));
        }

        assertTrue(others.await(LONG.toSeconds(), TimeUnit.SECONDS));
        assertEquals(6, taken, "half of the threads and half of the queue");
        assertEquals(0, sent.get());
        vendorAnswers.countDown();
        pool.close();
        pool.drain(LONG);
        assertEquals(6, sent.get());
    }

    @Test
    @DisplayName("X4 gives all tenants together no more places than it has")
    void bounded() {
        GatewayPool pool = new GatewayPool("bounded", new PoolSize(2, 4, 50), NEVER_THROTTLED);

        long taken =
                IntStream.range(0, 100).filter(i -> pool.reserve("tenant" + i)).count();

        assertEquals(6, taken);
        pool.release("tenant0");
        assertTrue(pool.reserve("another"));
    }

    @Test
    @DisplayName("X4 refuses immediately if it is full")
    void full() {
        GatewayPool pool = new GatewayPool("full", new PoolSize(1, 2, 100), NEVER_THROTTLED);
        for (int i = 0; i < 3; i++) {
            assertTrue(send(pool, this::hang));
        }

        assertFalse(pool.reserve(TENANT));

        vendorAnswers.countDown();
        pool.close();
        pool.drain(LONG);
        assertEquals(3, sent.get());
    }

    @Test
    @DisplayName("X4 still sends queued messages when the server stops")
    void sendsQueued() {
        GatewayPool pool = new GatewayPool("stopping", new PoolSize(1, 10, 100), NEVER_THROTTLED);
        for (int i = 0; i < 11; i++) {
            send(pool, sent::incrementAndGet);
        }

        pool.close();
        pool.drain(LONG);

        assertEquals(11, sent.get());
        assertEquals(0, dropped.get());
    }

    @Test
    @DisplayName("X4 drops and reports each queued message if the vendor hangs when the server stops")
    void dropsQueued() throws InterruptedException {
        GatewayPool pool = new GatewayPool("dropping", new PoolSize(1, 10, 100), NEVER_THROTTLED);
        CountDownLatch started = new CountDownLatch(1);
        send(pool, () -> {
            started.countDown();
            hang();
        });
        assertTrue(started.await(LONG.toSeconds(), TimeUnit.SECONDS));
        for (int i = 0; i < 10; i++) {
            send(pool, sent::incrementAndGet);
        }
        assertEquals(10, pool.waiting());

        pool.close();
        pool.drain(Duration.ofMillis(50));

        assertEquals(10, dropped.get());
        assertEquals(0, sent.get());
    }

    @Test
    @DisplayName("X4 accepts no more messages while the server stops")
    void closed() {
        GatewayPool pool = new GatewayPool("closed", new PoolSize(1, 10, 100), NEVER_THROTTLED);
        assertTrue(pool.reserve(TENANT));
        pool.close();

        assertFalse(pool.reserve(TENANT));
        pool.run(TENANT, sent::incrementAndGet, dropped::incrementAndGet);

        assertEquals(0, sent.get());
        assertEquals(1, dropped.get(), "the one whose place was reserved before");
    }

    @Test
    @DisplayName("X4 loses neither the place nor the thread if the work throws an exception")
    void failure() throws InterruptedException {
        GatewayPool pool = new GatewayPool("failing", new PoolSize(1, 0, 100), NEVER_THROTTLED);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        CountDownLatch failed = new CountDownLatch(1);
        Thread.setDefaultUncaughtExceptionHandler((thread, cause) -> failed.countDown());
        try {
            send(pool, () -> {
                throw new IllegalStateException("thrown by the test");
            });
            assertTrue(failed.await(LONG.toSeconds(), TimeUnit.SECONDS));
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }

        assertTrue(send(pool, sent::incrementAndGet));
        pool.close();
        pool.drain(LONG);
        assertEquals(1, sent.get());
    }

    private boolean send(GatewayPool pool, Runnable work) {
        return send(pool, TENANT, work);
    }

    private boolean send(GatewayPool pool, String tenant, Runnable work) {
        if (!pool.reserve(tenant)) {
            return false;
        }
        pool.run(tenant, work, dropped::incrementAndGet);
        return true;
    }

    private void hang() {
        try {
            vendorAnswers.await();
            sent.incrementAndGet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
