package io.strongroom.gateway.dispatch;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.NumberRejected;
import io.strongroom.gateway.SendResult.Uncertain;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Sending with a fallback")
class FallbackSendTest {

    private static final BiPredicate<String, String> NEVER_THROTTLED = (gateway, tenant) -> false;

    private final GatewayPools pools =
            new GatewayPools(List.of("first", "second"), "first", new PoolSize(1, 0, 100), NEVER_THROTTLED);
    private final Map<String, SendResult> answers = new ConcurrentHashMap<>();
    private final Set<String> skipped = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> lastGatewayFlags = new ConcurrentHashMap<>();
    private final BlockingQueue<Attempts> results = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        pools.close(Duration.ZERO);
    }

    static Stream<SendResult> certainlyUnsent() {
        return Stream.of(new NotSent("refused"), new Misconfigured("no credit"));
    }

    static Stream<SendResult> finalResults() {
        return Stream.of(new Accepted("id"), new NumberRejected("barred"), new Uncertain("no answer in time"));
    }

    @ParameterizedTest(name = "X4 uses the fallback if the first gateway certainly did not send the message: {0}")
    @MethodSource("certainlyUnsent")
    void fallback(SendResult result) throws InterruptedException {
        answers.put("first", result);
        answers.put("second", new Accepted("id"));

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(List.of("first", "second"), gateways(attempts));
        assertInstanceOf(Accepted.class, attempts.last().result());
        assertEquals(result, attempts.before().get(0).result());
        assertEquals(Map.of("first", false, "second", true), lastGatewayFlags);
    }

    @ParameterizedTest(name = "security 27: does not use the fallback after {0}")
    @MethodSource("finalResults")
    void noFallback(SendResult result) throws InterruptedException {
        answers.put("first", result);

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(List.of("first"), gateways(attempts));
        assertEquals(result, attempts.last().result());
    }

    @Test
    @DisplayName("X4 reports both attempts if both fail, and the second one decides")
    void bothFail() throws InterruptedException {
        answers.put("first", new Misconfigured("HTTP 401"));
        answers.put("second", new NotSent("HTTP 500"));

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(new NotSent("HTTP 500"), attempts.last().result());
        assertEquals(new Misconfigured("HTTP 401"), attempts.before().get(0).result());
    }

    @ParameterizedTest(name = "X4 uses a skipped first gateway if the fallback does not send: {0}")
    @MethodSource("certainlyUnsent")
    void skippedAndFallbackFails(SendResult second) throws InterruptedException {
        skipped.add("first");
        answers.put("first", new Accepted("id"));
        answers.put("second", second);
        GatewayPools larger =
                new GatewayPools(List.of("first", "second"), "first", new PoolSize(2, 2, 100), NEVER_THROTTLED);
        FallbackSend send = new FallbackSend(Orders.by("first", "second"), larger, this::answer, results::add);

        Attempts attempts = send(send);

        assertEquals(List.of("first", "second", "first"), gateways(attempts));
        assertInstanceOf(Accepted.class, attempts.last().result());
    }

    @Test
    @DisplayName("X4 uses a skipped first gateway if the queue of the fallback is full")
    void skippedAndFallbackFull() throws InterruptedException {
        skipped.add("first");
        answers.put("first", new Accepted("id"));
        assertTrue(pools.of("second").orElseThrow().reserve(Orders.REALM));

        assertInstanceOf(
                Accepted.class, send(Orders.by("first", "second")).last().result());
    }

    @ParameterizedTest(name = "X4 never skips the only gateway: fallback \"{0}\"")
    @ValueSource(strings = {"", "first", "missing"})
    void onlyGateway(String second) throws InterruptedException {
        skipped.add("first");
        answers.put("first", new Accepted("id"));

        Attempts attempts = send(Orders.by("first", second.isEmpty() ? null : second));

        assertEquals(List.of("first"), gateways(attempts));
        assertInstanceOf(Accepted.class, attempts.last().result());
    }

    @Test
    @DisplayName("X4 reports a full queue of the fallback")
    void fallbackIsFull() throws InterruptedException {
        answers.put("first", new NotSent("refused"));
        assertTrue(pools.of("second").orElseThrow().reserve(Orders.REALM));

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(List.of("first", "second"), gateways(attempts));
        assertEquals(new NotSent("the queue is full"), attempts.last().result());
    }

    @Test
    @DisplayName("X4 releases the place in the first pool while the second sends")
    void releasesPlace() throws InterruptedException {
        answers.put("first", new NotSent("refused"));
        answers.put("second", new Accepted("id"));

        send(Orders.by("first", "second"));

        await().until(() -> pools.of("first").orElseThrow().reserve(Orders.REALM));
        await().until(() -> pools.of("second").orElseThrow().reserve(Orders.REALM));
    }

    @Test
    @DisplayName("uses the server's default in a realm without a gateway")
    void serverDefault() throws InterruptedException {
        answers.put("first", new Accepted("id"));

        assertEquals(List.of("first"), gateways(send(Orders.byDefault())));
    }

    @Test
    @DisplayName("tries a gateway once if it is also the fallback")
    void ownFallback() throws InterruptedException {
        answers.put("first", new NotSent("refused"));

        assertEquals(List.of("first"), gateways(send(Orders.by("first", "first"))));
    }

    @Test
    @DisplayName("X9 reports a gateway that is not installed, and the fallback sends")
    void notInstalled() throws InterruptedException {
        answers.put("second", new Accepted("id"));

        Attempts attempts = send(Orders.by("missing", "second"));

        assertEquals(List.of("missing", "second"), gateways(attempts));
        assertEquals(
                new Misconfigured("there is no gateway missing"),
                attempts.before().get(0).result());
    }

    @Test
    @DisplayName("X9 fails with the reason if there is no gateway")
    void nothingInstalled() throws InterruptedException {
        GatewayPools noGateways = new GatewayPools(List.of(), null, new PoolSize(1, 1, 100), NEVER_THROTTLED);
        FallbackSend send = new FallbackSend(Orders.byDefault(), noGateways, this::answer, results::add);

        assertTrue(send.reserve());
        send.start();

        assertInstanceOf(Misconfigured.class, result().last().result());
    }

    @Test
    @DisplayName("X4 releases the place of a cancelled message")
    void releasesOnCancel() {
        FallbackSend send = fallbackSend(Orders.by("first"));
        assertTrue(send.reserve());
        assertFalse(fallbackSend(Orders.by("first")).reserve());

        send.cancel();

        assertTrue(fallbackSend(Orders.by("first")).reserve());
        assertTrue(results.isEmpty());
    }

    private Attempts send(SmsOrder order) throws InterruptedException {
        return send(fallbackSend(order));
    }

    private Attempts send(FallbackSend send) throws InterruptedException {
        assertTrue(send.reserve());
        send.start();
        return result();
    }

    private Attempts result() throws InterruptedException {
        Attempts attempts = results.poll(10, TimeUnit.SECONDS);
        assertTrue(results.isEmpty(), "the result is reported once");
        return attempts;
    }

    private FallbackSend fallbackSend(SmsOrder order) {
        return new FallbackSend(order, pools, this::answer, results::add);
    }

    private Optional<SendResult> answer(SmsOrder order, String gateway, boolean lastGateway) {
        lastGatewayFlags.put(gateway, lastGateway);
        boolean isSkipped = skipped.contains(gateway) && !lastGateway;
        return isSkipped ? Optional.empty() : Optional.of(answers.get(gateway));
    }

    private static List<String> gateways(Attempts attempts) {
        return attempts.all().stream().map(Attempts.Attempt::gateway).toList();
    }
}
