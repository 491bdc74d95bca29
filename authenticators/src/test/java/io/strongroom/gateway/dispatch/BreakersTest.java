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

@DisplayName("A gateway that keeps failing")
class BreakersTest {

    private static final Duration QUICK = Duration.ofMillis(100);
    private static final Duration SLOW = Duration.ofSeconds(4);
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final MutableClock clock = new MutableClock();
    private final Breakers breakers = new Breakers(clock);

    static Stream<SendResult> failures() {
        return Stream.of(new NotSent("refused"), new Uncertain("no answer"));
    }

    static Stream<SendResult> noFailures() {
        return Stream.of(new Accepted("id"), new NumberRejected("barred"), new Misconfigured("HTTP 401"));
    }

    @ParameterizedTest(name = "X4 is passed by after ten: {0}")
    @MethodSource("failures")
    void opens(SendResult failure) {
        send(9, failure, QUICK);
        assertTrue(isUsed("acme"));
        send(1, failure, QUICK);

        assertFalse(isUsed("acme"));
    }

    @ParameterizedTest(name = "X4 is not passed by for {0}")
    @MethodSource("noFailures")
    void staysClosed(SendResult result) {
        send(100, result, QUICK);

        assertTrue(isUsed("acme"));
    }

    @Test
    @DisplayName("X4 is passed by also when it takes its time")
    void slow() {
        send(10, new Accepted("id"), SLOW);

        assertFalse(isUsed("acme"));
    }

    @Test
    @DisplayName("X4 is passed by for that tenant only, and that gateway only")
    void perTenantAndGateway() {
        send(10, new NotSent("HTTP 500"), QUICK);

        assertFalse(isUsed("acme"));
        assertTrue(isUsed("globex"));
        assertTrue(breakers.enter("other", "acme", "acme", false).isPresent());
    }

    @Test
    @DisplayName("X4 is tried with three messages after half a minute, and used again when they arrive")
    void recovers() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(WAIT.minusSeconds(1));
        assertFalse(isUsed("acme"));
        clock.advance(Duration.ofSeconds(2));

        List<Permission> probes = Stream.generate(() -> breakers.enter("vendor", "acme", "acme", false))
                .limit(3)
                .map(Optional::orElseThrow)
                .toList();
        assertFalse(isUsed("acme"), "no fourth while they are on their way");
        probes.forEach(probe -> probe.ended(new Accepted("id"), QUICK));

        assertTrue(isUsed("acme"));
    }

    @Test
    @DisplayName("X4 is passed by again when the messages it is tried with fail")
    void failsAgain() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(WAIT.plusSeconds(1));
        send(3, new NotSent("HTTP 500"), QUICK);

        assertFalse(isUsed("acme"));
        clock.advance(WAIT.plusSeconds(1));
        assertTrue(isUsed("acme"));
    }

    @Test
    @DisplayName("X4 a probe that tells nothing of the vendor leaves room for another")
    void unusedProbe() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(WAIT.plusSeconds(1));

        send(20, new Misconfigured("HTTP 401"), QUICK);

        assertTrue(isUsed("acme"));
    }

    @Test
    @DisplayName("X4 is used all the same where no other is left, by fewer threads, until three messages arrive")
    void lastGateway() {
        send(9, new Uncertain("no answer"), QUICK);
        assertFalse(breakers.isOpen("vendor", "acme"));
        send(1, new Uncertain("no answer"), QUICK);

        for (int message = 0; message < 100; message++) {
            sendLastWay(new Uncertain("no answer"));
            assertTrue(breakers.isOpen("vendor", "acme"));
            clock.advance(Duration.ofSeconds(1));
        }
        clock.advance(WAIT.plusSeconds(1));
        for (int probe = 0; probe < 3; probe++) {
            assertTrue(breakers.isOpen("vendor", "acme"));
            sendLastWay(new Accepted("id"));
        }

        assertFalse(breakers.isOpen("vendor", "acme"));
        assertFalse(breakers.isOpen("vendor", "globex"));
    }

    private void sendLastWay(SendResult result) {
        try (Permission permission =
                breakers.enter("vendor", "acme", "acme", true).orElseThrow()) {
            permission.ended(result, QUICK);
        }
    }

    @Test
    @DisplayName("a tenant that is deleted is forgotten")
    void forgets() {
        send(10, new NotSent("HTTP 500"), QUICK);

        breakers.forget("acme");

        assertTrue(isUsed("acme"));
    }

    @Test
    @DisplayName("no thread is started for breakers")
    void noThread() {
        send(10, new NotSent("HTTP 500"), QUICK);
        clock.advance(WAIT.plusSeconds(1));
        isUsed("acme");

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
                    breakers.enter("vendor", "acme", "acme", false).orElseThrow()) {
                permission.ended(result, took);
            }
        }
    }

    private boolean isUsed(String tenant) {
        Optional<Permission> permission = breakers.enter("vendor", tenant, tenant, false);
        permission.ifPresent(Permission::close);
        return permission.isPresent();
    }
}
