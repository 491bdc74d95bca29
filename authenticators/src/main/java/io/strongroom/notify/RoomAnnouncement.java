package io.strongroom.notify;

import io.strongroom.log.Log;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Tells the members of a data room of its rule, a part of them at a time. Each time it goes to the back of the tenant's queue,
 * so that a large room keeps no other mail waiting; it ends early where the mail server takes none of a part.
 */
final class RoomAnnouncement implements Runnable {

    private static final Log LOG = Log.of(RoomAnnouncement.class);

    private final RoomRule rule;
    private final Supplier<MailBatch> parts;
    private final ToIntFunction<List<Mail>> sender;
    private final Predicate<Runnable> queue;

    /**
     * @param parts  gives the next
     * @param sender says how many it sent
     * @param queue  takes what is left for later, or says that there is no room for it
     */
    RoomAnnouncement(
            RoomRule rule, Supplier<MailBatch> parts, ToIntFunction<List<Mail>> sender, Predicate<Runnable> queue) {
        this.rule = rule;
        this.parts = parts;
        this.sender = sender;
        this.queue = queue;
    }

    /**
     * Mails to some of the members.
     *
     * @param isLast whether nobody comes after these
     */
    record MailBatch(List<Mail> mails, boolean isLast) {

        static final MailBatch END = new MailBatch(List.of(), true);
    }

    @Override
    public void run() {
        MailBatch part = parts.get();
        int sent = sender.applyAsInt(part.mails());
        int failed = part.mails().size() - sent;
        if (failed > 0) {
            LOG.warnf(
                    "realm %s: %d members of data room %s could not be told of its rule",
                    rule.realmId(), failed, rule.roomId());
        }
        boolean allFailed = failed > 0 && sent == 0;
        if (part.isLast()) {
            LOG.debugf("realm %s: members of data room %s were told of its rule", rule.realmId(), rule.roomId());
        } else if (allFailed || !queue.test(this)) {
            LOG.warnf("realm %s: further members of data room %s are not told", rule.realmId(), rule.roomId());
        }
    }
}
