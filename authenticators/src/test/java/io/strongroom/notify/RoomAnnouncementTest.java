package io.strongroom.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.notify.RoomAnnouncement.MailBatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The announcement of a data room's rule")
class RoomAnnouncementTest {

    private static final ToIntFunction<List<Mail>> WORKS = List::size;

    private final Deque<MailBatch> parts = new ArrayDeque<>();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();

    private static Mail to(String address) {
        return new Mail("realm", Map.of(), address, "subject", "text", "html");
    }

    private void announce(ToIntFunction<List<Mail>> mailServer, boolean roomInQueue) {
        queue.add(new RoomAnnouncement(
                new RoomRule("realm", "room", Instant.EPOCH),
                parts::remove,
                mails -> {
                    mails.forEach(mail -> sent.add(mail.to()));
                    return mailServer.applyAsInt(mails);
                },
                rest -> roomInQueue && queue.add(rest)));
    }

    private void runQueue() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Test
    @DisplayName("X10 is made part by part, and what came meanwhile goes between")
    void behindOthers() {
        parts.add(new MailBatch(List.of(to("a"), to("b")), false));
        parts.add(new MailBatch(List.of(to("c")), true));
        announce(WORKS, true);
        queue.add(() -> sent.add("another mail of the tenant"));

        runQueue();

        assertEquals(List.of("a", "b", "another mail of the tenant", "c"), sent);
    }

    @Test
    @DisplayName("X10 goes on where some of a part could not be sent, and where there was nobody to tell")
    void goesOn() {
        parts.add(new MailBatch(List.of(to("a"), to("b")), false));
        parts.add(new MailBatch(List.of(), false));
        parts.add(new MailBatch(List.of(to("c")), true));
        announce(mails -> mails.size() / 2, true);

        runQueue();

        assertEquals(List.of("a", "b", "c"), sent);
    }

    @Test
    @DisplayName("X10 ends where the mail server takes none of a part, so that a dead one is not tried for each member")
    void deadServer() {
        parts.add(new MailBatch(List.of(to("a"), to("b")), false));
        parts.add(new MailBatch(List.of(to("c")), true));
        announce(mails -> 0, true);

        runQueue();

        assertEquals(List.of("a", "b"), sent);
    }

    @Test
    @DisplayName("X10 ends where the queue has no room")
    void fullQueue() {
        parts.add(new MailBatch(List.of(to("a")), false));
        parts.add(new MailBatch(List.of(to("b")), true));
        announce(WORKS, false);

        runQueue();

        assertEquals(List.of("a"), sent);
    }
}
