package io.strongroom.gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SendResult.Accepted;
import io.strongroom.gateway.SendResult.Misconfigured;
import io.strongroom.gateway.SendResult.NotSent;
import io.strongroom.gateway.SendResult.NumberRejected;
import io.strongroom.gateway.SendResult.Uncertain;
import io.strongroom.gateway.dispatch.Breakers.Permission;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The circuit breaker of a gateway that keeps failing")
class BreakersTest {

    private static final boolean LAST_GATEWAY = true;
    private static final boolean OTHERS_LEFT = false;

    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final Duration OPEN_TIME = Duration.ofSeconds(30);

    private final MutableClock clock = new MutableClock();
    private final Breakers breakers = new Breakers(clock);

    static Stream<SendResult> failures() {
        return Stream.of(new NotSent("refused"), new Uncertain("no answer"));
    }

    static Stream<SendResult> othersThanFailures() {
        return Stream.of(new Accepted("id"), new NumberRejected("barred"), new Misconfigured("HTTP 401"));
    }

    @ParameterizedTest(name = "X4 opens after ten failures: {0}")
    @MethodSource("failures")
    void opens(SendResult failure) {
        send(9, failure, QUICK);
        assertTrue(isPermitted("acme"));
        send(1, failure, QUICK);

        assertFalse(isPermitted("acme"));
    }

    @ParameterizedTest(name = "X4 does not open for {0}")
    @MethodSource("othersThanFailures")
    void staysClosed(SendResult result) {
        send(100, result, QUICK);

        assertTrue(isPermitted("acme"));
    }

    @Test
    @DisplayName("X4 opens if the gateway is slow")
    void slow() {
        send(10, new Accepted("id"), SLOW);

        assertFalse(isPermitted("acme"));
    }

    @Test
    @DisplayName("X4 opens for that tenant and that gateway only")
    void perTenantAndGateway() {
        send(10, new NotSent("HTTP 500"), QUICK);

        assertFalse(isPermitted("acme"));
        assertTrue(isPermitted("globex"));
        assertTrue(breakers.acquire("other", "acme", "acme", OTHERS_LEFT).isPresent());
    }

    @Test
    @DisplayName("X4 allows three messages after half a minute, and closes if they are accepted")
    void recovers() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(OPEN_TIME.minusSeconds(1));
        assertFalse(isPermitted("acme"));
        clock.advance(Duration.ofSeconds(2));

        List<Permission> probes = Stream.generate(() -> breakers.acquire("vendor", "acme", "acme", OTHERS_LEFT))
                .limit(3)
                .map(Optional::orElseThrow)
                .toList();
        assertFalse(isPermitted("acme"), "no fourth message while the probes are being sent");
        probes.forEach(probe -> probe.record(new Accepted("id"), QUICK));

        assertTrue(isPermitted("acme"));
    }

    @Test
    @DisplayName("X4 opens again if the probes fail")
    void failsAgain() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(OPEN_TIME.plusSeconds(1));
        send(3, new NotSent("HTTP 500"), QUICK);

        assertFalse(isPermitted("acme"));
        clock.advance(OPEN_TIME.plusSeconds(1));
        assertTrue(isPermitted("acme"));
    }

    @Test
    @DisplayName("X4 returns a permission unused if its probe says nothing about the vendor")
    void unusedProbe() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(OPEN_TIME.plusSeconds(1));

        send(20, new Misconfigured("HTTP 401"), QUICK);

        assertTrue(isPermitted("acme"));
    }

    @Test
    @DisplayName("X4 lets the last gateway be used while it is open, until three messages are accepted")
    void lastGateway() {
        send(9, new Uncertain("no answer"), QUICK);
        assertFalse(breakers.isOpen("vendor", "acme"));
        send(1, new Uncertain("no answer"), QUICK);

        for (int message = 0; message < 100; message++) {
            sendByLastGateway(new Uncertain("no answer"));
            assertTrue(breakers.isOpen("vendor", "acme"));
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(OPEN_TIME.plusSeconds(1));
        for (int probe = 0; probe < 3; probe++) {
            assertTrue(breakers.isOpen("vendor", "acme"));
            sendByLastGateway(new Accepted("id"));
        }

        assertFalse(breakers.isOpen("vendor", "acme"));
        assertFalse(breakers.isOpen("vendor", "globex"));
    }

    private void sendByLastGateway(SendResult result) {
        try (Permission permission =
                breakers.acquire("vendor", "acme", "acme", LAST_GATEWAY).orElseThrow()) {
            permission.record(result, QUICK);
        }
    }

    @Test
    @DisplayName("is removed with its tenant")
    void deletedTenant() {
        send(10, new NotSent("HTTP 500"), QUICK);

        breakers.remove("acme");

        assertTrue(isPermitted("acme"));
    }

    @Test
    @DisplayName("starts no thread")
    void noThread() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(OPEN_TIME.plusSeconds(1));
        isPermitted("acme");

        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.toLowerCase(java.util.Locale.ROOT).contains("circuit"))
                        .toList());
    }

    private void send(int times, SendResult result, Duration took) {
        for (int i = 0; i < times; i++) {
            try (Permission permission =
                    breakers.acquire("vendor", "acme", "acme", OTHERS_LEFT).orElseThrow()) {
                permission.record(result, took);
            }
        }
    }

    private boolean isPermitted(String tenant) {
        Optional<Permission> permission = breakers.acquire("vendor", tenant, tenant, OTHERS_LEFT);
        permission.ifPresent(Permission::close);
        return permission.isPresent();
    }
}
