package io.strongroom.gateway.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Breakers.Permission;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X4 A tenant's only gateway, whose vendor never answers in time")
class OnlyGatewayTest {

    private static final int USERS = 77;

    /** Number of messages that time out before the count of threads is checked. */
    private static final int TIMED_OUT = 40;

    private final Breakers breakers = new Breakers(Clock.systemUTC());
    private final GatewayPools pools =
            new GatewayPools(List.of("vendor"), "vendor", new PoolSize(16, 200, 50), breakers::isOpen);
    private final BlockingQueue<Attempts> results = new LinkedBlockingQueue<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger concurrent = new AtomicInteger();
    private final Semaphore answers = new Semaphore(0);

    @AfterEach
    void close() {
        pools.close(Duration.ZERO);
    }

    @Test
    @DisplayName("gets every message, on half of the threads once it is known to be slow, and none is refused")
    void all() throws InterruptedException {
        for (int user = 0; user < USERS; user++) {
            FallbackSend send = new FallbackSend(Orders.byDefault(), pools, this::call, results::add);
            assertTrue(send.reserve(), "user " + user);
            send.start();
        }

        await().untilAsserted(() -> assertEquals(12, concurrent.get()));
        answers.release(12);
        await().until(() -> breakers.isOpen("vendor", Orders.REALM));
        answers.release(TIMED_OUT - 12);
        await().untilAsserted(() -> assertEquals(TIMED_OUT + 6, calls.get()));
        assertEquals(6, concurrent.get());

        answers.release(USERS);
        for (int user = 0; user < USERS; user++) {
            assertInstanceOf(
                    SendResult.Uncertain.class,
                    results.poll(20, TimeUnit.SECONDS).last().result());
        }
        assertEquals(USERS, calls.get());
    }

    private Optional<SendResult> call(SmsOrder order, String gateway, boolean lastGateway) {
        try (Permission permission = breakers.acquire(gateway, order.realmId(), "tenant", lastGateway)
                .orElseThrow()) {
            concurrent.incrementAndGet();
            calls.incrementAndGet();
            answers.acquire();
            SendResult result = new SendResult.Uncertain("no answer");
            permission.record(result, Duration.ZERO);
            return Optional.of(result);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            concurrent.decrementAndGet();
        }
    }
}
