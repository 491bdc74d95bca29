package io.strongroom.gateway.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.gateway.SmsMessage;
import io.strongroom.gateway.inbox.Inbox.Received;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.state.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The inbox for development")
class InboxTest {

    private final MutableClock clock = new MutableClock();
    private final Inbox inbox = new Inbox(clock);

    @Test
    @DisplayName("is empty initially")
    void empty() {
        assertEquals(List.of(), inbox.of("acme"));
    }

    @Test
    @DisplayName("shows the newest message first, with its time")
    void newestFirst() {
        Instant first = clock.instant();
        inbox.add(message("acme", "one"));
        clock.advance(Duration.ofSeconds(7));
        inbox.add(message("acme", "two"));

        assertEquals(
                List.of(
                        new Received(first.plusSeconds(7), message("acme", "two")),
                        new Received(first, message("acme", "one"))),
                inbox.of("acme"));
    }

    @Test
    @DisplayName("shows each tenant only its own messages")
    void ofOneTenant() {
        inbox.add(message("acme", "for acme"));
        inbox.add(message("open", "for open"));

        assertEquals(List.of("for acme"), texts("acme"));
        assertEquals(List.of("for open"), texts("open"));
        assertEquals(List.of(), texts("ACME"));
    }

    @Test
    @DisplayName("keeps the latest thousand messages")
    void keepsLatest() {
        for (int number = 0; number <= 1000; number++) {
            inbox.add(message("acme", "text " + number));
        }

        List<String> texts = texts("acme");
        assertEquals(1000, texts.size());
        assertEquals("text 1000", texts.get(0));
        assertEquals("text 1", texts.get(999));
    }

    private List<String> texts(String tenant) {
        return inbox.of(tenant).stream()
                .map(received -> received.message().text())
                .toList();
    }

    private static SmsMessage message(String tenant, String text) {
        return new SmsMessage(tenant, new PhoneNumber("+46701740605"), "Sender", text);
    }
}
