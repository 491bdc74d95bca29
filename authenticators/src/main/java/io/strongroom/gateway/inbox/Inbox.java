package io.strongroom.gateway.inbox;

import io.strongroom.gateway.SmsMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Stores the latest messages from all tenants on this server, newest first. */
final class Inbox {

    private static final int MAX_MESSAGES = 1000;

    private final Deque<Received> messages = new ArrayDeque<>();
    private final Clock clock;

    Inbox(Clock clock) {
        this.clock = clock;
    }

    record Received(Instant at, SmsMessage message) {}

    synchronized void add(SmsMessage message) {
        messages.addFirst(new Received(clock.instant(), message));
        if (messages.size() > MAX_MESSAGES) {
            messages.removeLast();
        }
    }

    synchronized List<Received> of(String tenant) {
        return messages.stream()
                .filter(received -> received.message().tenant().equals(tenant))
                .toList();
    }
}
