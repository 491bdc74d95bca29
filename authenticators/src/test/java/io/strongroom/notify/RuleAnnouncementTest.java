package io.strongroom.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.mail.Mail;
import io.strongroom.notify.NewRule.Owner;
import io.strongroom.notify.RuleAnnouncement.MailBatch;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The announcement of a new rule")
class RuleAnnouncementTest {

    private static final ToIntFunction<List<Mail>> ACCEPTS_ALL = List::size;
    private static final ToIntFunction<List<Mail>> ACCEPTS_HALF = mails -> mails.size() / 2;
    private static final ToIntFunction<List<Mail>> ACCEPTS_NONE = mails -> 0;

    private final Deque<MailBatch> batches = new ArrayDeque<>();
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<String> sent = new ArrayList<>();

    private void addBatch(String... addresses) {
        batches.add(new MailBatch(mails(addresses), false));
    }

    private void addLastBatch(String... addresses) {
        batches.add(new MailBatch(mails(addresses), true));
    }

    private static List<Mail> mails(String... addresses) {
        return Stream.of(addresses)
                .map(address -> new Mail("realm", Map.of(), address, "subject", "text", "html"))
                .toList();
    }

    private void announce(ToIntFunction<List<Mail>> mailServer) {
        queue.add(announcement(mailServer, queue::add));
    }

    private RuleAnnouncement announcement(ToIntFunction<List<Mail>> mailServer, Predicate<Runnable> remainder) {
        return new RuleAnnouncement(
                new NewRule(Owner.DATA_ROOM, "realm", "room", Instant.EPOCH),
                batches::remove,
                mails -> {
                    mails.forEach(mail -> sent.add(mail.to()));
                    return mailServer.applyAsInt(mails);
                },
                remainder);
    }

    private void runQueue() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    @Test
    @DisplayName("X10 is sent in batches, between which other e-mails are sent")
    void interleaved() {
        addBatch("a", "b");
        addLastBatch("c");
        announce(ACCEPTS_ALL);
        queue.add(() -> sent.add("another mail of the tenant"));

        runQueue();

        assertEquals(List.of("a", "b", "another mail of the tenant", "c"), sent);
    }

    @Test
    @DisplayName("X10 continues if part of a batch could not be sent, or if a batch is empty")
    void continues() {
        addBatch("a", "b");
        addBatch();
        addLastBatch("c");
        announce(ACCEPTS_HALF);

        runQueue();

        assertEquals(List.of("a", "b", "c"), sent);
    }

    @Test
    @DisplayName("X10 stops if the mail server accepts no e-mail of a batch, so that it is not tried for each member")
    void failingServer() {
        addBatch("a", "b");
        addLastBatch("c");
        announce(ACCEPTS_NONE);

        runQueue();

        assertEquals(List.of("a", "b"), sent);
    }

    @Test
    @DisplayName("X10 stops if the queue is full")
    void fullQueue() {
        addBatch("a");
        addLastBatch("b");
        queue.add(announcement(ACCEPTS_ALL, remainder -> false));

        runQueue();

        assertEquals(List.of("a"), sent);
    }
}
