package io.strongroom.notify;

import io.strongroom.log.Log;
import io.strongroom.mail.Mail;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Notifies the members of a data room or an organization of its rule, in batches. After each batch, the announcement goes
 * to the end of the tenant's queue, so that many members do not delay other e-mails. It stops early if the mail server rejects all
 * e-mails in a batch.
 */
final class RuleAnnouncement implements Runnable {

    private static final Log LOG = Log.of(RuleAnnouncement.class);

    private final NewRule rule;
    private final Supplier<MailBatch> batches;
    private final ToIntFunction<List<Mail>> sender;
    private final Predicate<Runnable> queue;

    /**
     * @param batches returns the next batch
     * @param sender  sends e-mails, and returns the number accepted
     * @param queue   runs the remaining batches later, or returns false if the queue is full
     */
    RuleAnnouncement(
            NewRule rule, Supplier<MailBatch> batches, ToIntFunction<List<Mail>> sender, Predicate<Runnable> queue) {
        this.rule = rule;
        this.batches = batches;
        this.sender = sender;
        this.queue = queue;
    }

    /**
     * The e-mails to some of the members.
     *
     * @param isLast whether this is the last batch
     */
    record MailBatch(List<Mail> mails, boolean isLast) {

        static final MailBatch END = new MailBatch(List.of(), true);
    }

    @Override
    public void run() {
        MailBatch batch = batches.get();
        int sent = sender.applyAsInt(batch.mails());
        int failed = batch.mails().size() - sent;
        if (failed > 0) {
            LOG.warnf(
                    "realm %s: %d members of %s could not be notified of its rule",
                    rule.realmId(), failed, rule.ownerInLog());
        }
        boolean allFailed = failed > 0 && sent == 0;
        if (batch.isLast()) {
            LOG.debugf("realm %s: members of %s were notified of its rule", rule.realmId(), rule.ownerInLog());
        } else if (allFailed || !queue.test(this)) {
            LOG.warnf(
                    "realm %s: the remaining members of %s are not notified of its rule",
                    rule.realmId(), rule.ownerInLog());
        }
    }
}
