package io.strongroom.notify;

import com.google.auto.service.AutoService;
import io.strongroom.log.Log;
import io.strongroom.mail.MailPool;
import io.strongroom.provider.NumberOption;
import java.util.function.Predicate;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Creates the listener that notifies users by e-mail, on a separate thread pool. Options: {@code threads} (4), the
 * maximum number of e-mails sent at the same time; {@code queue} (1000), the maximum number of waiting e-mails.
 */
@AutoService(EventListenerProviderFactory.class)
public final class NoticeListenerFactory implements EventListenerProviderFactory {

    public static final String ID = "strongroom-notices";

    private static final Log LOG = Log.of(NoticeListenerFactory.class);

    private MailPool pool;
    private Mailer mailer;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NoticeListener(session, this::notifyUser, this::notifyOfRule);
    }

    private void notifyUser(Notice notice, RecipientContext recipient) {
        if (!pool.offer(notice.realmId(), () -> mailer.notifyUser(notice, recipient))) {
            LOG.warnf(
                    "realm %s: user %s is not notified of %s because the mail queue is full",
                    notice.realmId(), notice.userId(), notice.kind());
        }
    }

    private void notifyOfRule(NewRule rule, RecipientContext recipient) {
        Predicate<Runnable> ofRealm = batch -> pool.offer(rule.realmId(), batch);
        RuleMailBatches batches = new RuleMailBatches(rule, recipient);
        RuleAnnouncement announcement =
                new RuleAnnouncement(rule, () -> mailer.inTransaction(batches::next), mailer::send, ofRealm);
        if (!ofRealm.test(announcement)) {
            LOG.warnf(
                    "realm %s: members of %s are not notified of its rule because the mail queue is full",
                    rule.realmId(), rule.ownerInLog());
        }
    }

    @Override
    public void init(Config.Scope config) {
        NumberOption options = new NumberOption("events-listener " + ID, config::get);
        int threads = options.number("threads", 1, 1000, 4);
        pool = new MailPool("mail", threads, options.number("queue", 1, 1_000_000, 1000));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        mailer = new Mailer(factory);
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Returns true, so that the listener runs in every realm, regardless of the realm's configured event listeners. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
