package io.strongroom.gateway.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.state.Concurrently;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The dispatch of messages")
class PooledSmsDispatcherTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final int THREADS = 4;
    private static final int QUEUE = 46;

    private final GatewayPools pools = new GatewayPools(
            List.of("vendor"), "vendor", new PoolSize(THREADS, QUEUE, 100), (gateway, tenant) -> false);
    private final CountDownLatch vendorAnswers = new CountDownLatch(1);
    private final Queue<SmsOrder> atVendor = new ConcurrentLinkedQueue<>();
    private final Queue<Attempts> reported = new ConcurrentLinkedQueue<>();
    private final Request request = new Request();

    @AfterEach
    void close() {
        vendorAnswers.countDown();
        pools.close(LONG);
    }

    @Test
    @DisplayName("X4 sends a message after the commit, not before")
    void afterCommit() {
        vendorAnswers.countDown();
        assertTrue(dispatcher(request).dispatch(order()));
        assertEquals(0, atVendor.size());

        request.commit();

        await().atMost(LONG).until(() -> reported.size() == 1);
        assertEquals(1, atVendor.size());
    }

    @Test
    @DisplayName("X4 sends nothing for a request that is rolled back and releases its place")
    void rollback() {
        IntStream.range(0, THREADS + QUEUE)
                .forEach(i -> assertTrue(dispatcher(request).dispatch(order())));
        assertFalse(dispatcher(new Request()).dispatch(order()));

        request.rollback();

        assertTrue(dispatcher(new Request()).dispatch(order()));
        assertEquals(0, atVendor.size());
    }

    @Test
    @DisplayName("X4 sends or refuses each of 1,000 messages in a burst once, and the counts add up")
    void burst() throws Exception {
        int threads = 50;
        int each = 20;

        List<Integer> taken = Concurrently.run(
                threads,
                () -> IntStream.range(0, each)
                        .map(i -> {
                            Request own = new Request();
                            boolean dispatched = dispatcher(own).dispatch(order());
                            own.commit();
                            return dispatched ? 1 : 0;
                        })
                        .sum());
        int accepted = taken.stream().mapToInt(Integer::intValue).sum();

        assertEquals(THREADS + QUEUE, accepted, "all places are used, and the rest is refused immediately");
        vendorAnswers.countDown();
        await().atMost(LONG).until(() -> reported.size() == accepted);
        Set<SmsOrder> different = Collections.newSetFromMap(new ConcurrentHashMap<>());
        different.addAll(atVendor);
        assertEquals(accepted, atVendor.size(), "sent");
        assertEquals(accepted, different.size(), "each once");
        assertEquals(1000, atVendor.size() + (threads * each - accepted));
    }

    @Test
    @DisplayName("X4 sends each of 1,000 messages once at a rate that the vendor can handle")
    void stream() throws Exception {
        vendorAnswers.countDown();
        Concurrently.run(10, () -> {
            for (int i = 0; i < 100; i++) {
                SmsOrder order = order();
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .atMost(LONG)
                        .until(() -> {
                            Request own = new Request();
                            boolean dispatched = dispatcher(own).dispatch(order);
                            own.commit();
                            return dispatched;
                        });
            }
            return null;
        });

        await().atMost(LONG).until(() -> reported.size() == 1000);
        assertEquals(1000, Set.copyOf(atVendor).size());
        assertEquals(1000, atVendor.size());
    }

    private PooledSmsDispatcher dispatcher(Request owner) {
        return new PooledSmsDispatcher(
                owner.session(),
                order -> new FallbackSend(
                        order,
                        pools,
                        (sent, gateway, last) -> Optional.of(vendor(sent, gateway, last)),
                        reported::add));
    }

    private SendResult vendor(SmsOrder order, String gateway, boolean lastGateway) {
        atVendor.add(order);
        try {
            vendorAnswers.await();
            return new SendResult.Accepted("id");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new SendResult.Uncertain("interrupted");
        }
    }

    /** Returns an order that equals no other, because its listener is unique. */
    private static SmsOrder order() {
        Object unique = new Object();
        return new SmsOrder(
                Orders.REALM, Orders.by("vendor").message(), "vendor", null, (session, attempts) -> unique.hashCode());
    }
}
