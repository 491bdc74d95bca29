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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The way of a message from gateway to gateway")
class FallbackSendTest {

    private final GatewayPools pools =
            new GatewayPools(List.of("first", "second"), "first", new PoolSize(1, 0, 100), (gateway, tenant) -> false);
    private final Map<String, SendResult> answers = new ConcurrentHashMap<>();
    private final Set<String> tripped = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> lastWays = new ConcurrentHashMap<>();
    private final BlockingQueue<Attempts> ends = new LinkedBlockingQueue<>();

    @AfterEach
    void close() {
        pools.close(Duration.ZERO);
    }

    static Stream<SendResult> certainlyNotSent() {
        return Stream.of(new NotSent("refused"), new Misconfigured("no credit"));
    }

    static Stream<SendResult> theEnd() {
        return Stream.of(new Accepted("id"), new NumberRejected("barred"), new Uncertain("no answer in time"));
    }

    @ParameterizedTest(name = "X4 what the first certainly did not send goes by the second: {0}")
    @MethodSource("certainlyNotSent")
    void fallsOver(SendResult result) throws InterruptedException {
        answers.put("first", result);
        answers.put("second", new Accepted("id"));

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(List.of("first", "second"), gateways(attempts));
        assertInstanceOf(Accepted.class, attempts.last().result());
        assertEquals(result, attempts.before().get(0).result());
        assertEquals(Map.of("first", false, "second", true), lastWays);
    }

    @ParameterizedTest(
            name = "security 27: what was sent, or may have been, or nobody will send, goes by no second: {0}")
    @MethodSource("theEnd")
    void ends(SendResult result) throws InterruptedException {
        answers.put("first", result);

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(List.of("first"), gateways(attempts));
        assertEquals(result, attempts.last().result());
    }

    @Test
    @DisplayName("X4 when both fail, both are told, and the second decides")
    void bothFail() throws InterruptedException {
        answers.put("first", new Misconfigured("HTTP 401"));
        answers.put("second", new NotSent("HTTP 500"));

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(new NotSent("HTTP 500"), attempts.last().result());
        assertEquals(new Misconfigured("HTTP 401"), attempts.before().get(0).result());
    }

    @ParameterizedTest(
            name = "X4 a first gateway that was passed by is used after all where the second does not send: {0}")
    @MethodSource("certainlyNotSent")
    void passedByInVain(SendResult second) throws InterruptedException {
        tripped.add("first");
        answers.put("first", new Accepted("id"));
        answers.put("second", second);
        GatewayPools roomy = new GatewayPools(
                List.of("first", "second"), "first", new PoolSize(2, 2, 100), (gateway, tenant) -> false);
        FallbackSend send = new FallbackSend(Orders.by("first", "second"), roomy, this::answer, ends::add);

        Attempts attempts = send(send);

        assertEquals(List.of("first", "second", "first"), gateways(attempts));
        assertInstanceOf(Accepted.class, attempts.last().result());
    }

    @Test
    @DisplayName("X4 a first gateway that was passed by is used after all where the second is full")
    void passedByAndFull() throws InterruptedException {
        tripped.add("first");
        answers.put("first", new Accepted("id"));
        assertTrue(pools.of("second").orElseThrow().take(Orders.REALM));

        assertInstanceOf(
                Accepted.class, send(Orders.by("first", "second")).last().result());
    }

    @ParameterizedTest(name = "X4 the only gateway is never passed by: second gateway {0}")
    @ValueSource(strings = {"", "first", "pigeon"})
    void onlyGateway(String second) throws InterruptedException {
        tripped.add("first");
        answers.put("first", new Accepted("id"));

        Attempts attempts = send(Orders.by("first", second.isEmpty() ? null : second));

        assertEquals(List.of("first"), gateways(attempts));
        assertInstanceOf(Accepted.class, attempts.last().result());
    }

    @Test
    @DisplayName("X4 a second gateway that is full is told as such")
    void secondIsFull() throws InterruptedException {
        answers.put("first", new NotSent("refused"));
        assertTrue(pools.of("second").orElseThrow().take(Orders.REALM));

        Attempts attempts = send(Orders.by("first", "second"));

        assertEquals(List.of("first", "second"), gateways(attempts));
        assertEquals(new NotSent("its queue is full"), attempts.last().result());
    }

    @Test
    @DisplayName("X4 the first pool is free again while the second sends")
    void placeIsGivenBack() throws InterruptedException {
        answers.put("first", new NotSent("refused"));
        answers.put("second", new Accepted("id"));

        send(Orders.by("first", "second"));

        await().until(() -> pools.of("first").orElseThrow().take(Orders.REALM));
        await().until(() -> pools.of("second").orElseThrow().take(Orders.REALM));
    }

    @Test
    @DisplayName("a realm that names no gateway sends by the server's default")
    void serverDefault() throws InterruptedException {
        answers.put("first", new Accepted("id"));

        assertEquals(List.of("first"), gateways(send(Orders.by(null, null))));
    }

    @Test
    @DisplayName("a gateway that is its own fallback is tried once")
    void sameTwice() throws InterruptedException {
        answers.put("first", new NotSent("refused"));

        assertEquals(List.of("first"), gateways(send(Orders.by("first", "first"))));
    }

    @Test
    @DisplayName("X9 a gateway that is not installed is told, and the second sends")
    void notInstalled() throws InterruptedException {
        answers.put("second", new Accepted("id"));

        Attempts attempts = send(Orders.by("pigeon", "second"));

        assertEquals(List.of("pigeon", "second"), gateways(attempts));
        assertEquals(
                new Misconfigured("there is no gateway pigeon"),
                attempts.before().get(0).result());
    }

    @Test
    @DisplayName("X9 without any gateway the message fails closed, with the reason")
    void nothingInstalled() throws InterruptedException {
        GatewayPools none = new GatewayPools(List.of(), null, new PoolSize(1, 1, 100), (gateway, tenant) -> false);
        FallbackSend send = new FallbackSend(Orders.by(null, null), none, this::answer, ends::add);

        assertTrue(send.reserve());
        send.start();

        assertInstanceOf(Misconfigured.class, end().last().result());
    }

    @Test
    @DisplayName("X4 a message that is not to be sent after all gives its place back")
    void cancelled() {
        FallbackSend send = fallbackSend(Orders.by("first", null));
        assertTrue(send.reserve());
        assertFalse(fallbackSend(Orders.by("first", null)).reserve());

        send.cancel();

        assertTrue(fallbackSend(Orders.by("first", null)).reserve());
        assertTrue(ends.isEmpty());
    }

    private Attempts send(SmsOrder order) throws InterruptedException {
        return send(fallbackSend(order));
    }

    private Attempts send(FallbackSend send) throws InterruptedException {
        assertTrue(send.reserve());
        send.start();
        return end();
    }

    private Attempts end() throws InterruptedException {
        Attempts attempts = ends.poll(10, TimeUnit.SECONDS);
        assertTrue(ends.isEmpty(), "the end is told once");
        return attempts;
    }

    private FallbackSend fallbackSend(SmsOrder order) {
        return new FallbackSend(order, pools, this::answer, ends::add);
    }

    private Optional<SendResult> answer(SmsOrder order, String gateway, boolean lastGateway) {
        lastWays.put(gateway, lastGateway);
        boolean isPassedBy = tripped.contains(gateway) && !lastGateway;
        return isPassedBy ? Optional.empty() : Optional.of(answers.get(gateway));
    }

    private static List<String> gateways(Attempts attempts) {
        return attempts.all().stream().map(Attempts.Attempt::gateway).toList();
    }
}
