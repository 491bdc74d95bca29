package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.strongroom.factor.sms.RecentSendFailures.Failure;
import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.dispatch.Attempts;
import io.strongroom.gateway.dispatch.Attempts.Attempt;
import io.strongroom.phone.MaskedNumber;
import io.strongroom.state.InMemoryOneTimeStore;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The record of the latest failed messages")
class RecentSendFailuresTest {
    private static final MaskedNumber NUMBER = MaskedNumber.of("+46701740605");

    private final MutableClock clock = new MutableClock();
    private final InMemoryOneTimeStore store = new InMemoryOneTimeStore(clock);
    private final RecentSendFailures failures = new RecentSendFailures(store, "realm", clock);

    private static Attempt failed(String gateway, String reason) {
        return new Attempt(gateway, new SendResult.NotSent(reason));
    }

    @Test
    @DisplayName("includes each failed attempt but not the successful one")
    void gateways() {
        failures.add(
                new Attempts(List.of(
                        failed("first", "busy"),
                        failed("second", "down"),
                        new Attempt("third", new SendResult.Accepted("taken")))),
                NUMBER);

        assertEquals(
                List.of("first: busy", "second: down"),
                failures.latest().stream()
                        .map(failure -> failure.gateway() + ": " + failure.reason())
                        .sorted()
                        .toList());
        assertEquals("•••05", failures.latest().get(0).number());
    }

    @Test
    @DisplayName("X15 is separate for each organization")
    void organizations() {
        failures.ofOrganization("acme").add(new Attempts(List.of(failed("vendor", "busy"))), NUMBER);

        assertEquals(1, failures.ofOrganization("acme").latest().size());
        assertEquals(List.of(), failures.ofOrganization("globex").latest());
        assertEquals(List.of(), failures.latest());
    }

    @Test
    @DisplayName("contains the latest twenty, newest first")
    void newest() {
        IntStream.range(0, 50).forEach(n -> {
            failures.add(new Attempts(List.of(failed("vendor", "reason " + n))), NUMBER);
            clock.advance(Duration.ofSeconds(1));
        });

        assertEquals(
                IntStream.range(0, 20).mapToObj(n -> "reason " + (49 - n)).toList(),
                failures.latest().stream().map(Failure::reason).toList());
    }

    @Test
    @DisplayName("is deleted after a week")
    void week() {
        failures.addRefused(NUMBER, "the queue is full");
        clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertNull(failures.latest().get(0).gateway());

        clock.advance(Duration.ofSeconds(1));

        assertEquals(List.of(), failures.latest());
    }

    @Test
    @DisplayName("belongs to one tenant")
    void tenants() {
        failures.addRefused(NUMBER, "the queue is full");

        assertEquals(List.of(), new RecentSendFailures(store, "other", clock).latest());
    }

    @Test
    @DisplayName("contains the vendor's reason as one short line")
    void reason() {
        failures.add(new Attempts(List.of(failed("vendor", "a\nb\u2028c" + "x".repeat(500)))), NUMBER);

        String reason = failures.latest().get(0).reason();
        assertEquals("a\uFFFDb\uFFFDc", reason.substring(0, 5));
        assertEquals(201, reason.length());
    }
}
