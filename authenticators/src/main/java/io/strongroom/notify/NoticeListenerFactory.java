package io.strongroom.notify;

import com.google.auto.service.AutoService;
import io.strongroom.log.Log;
import io.strongroom.provider.NumberOption;
import io.strongroom.queue.TenantQueue;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

    /** One realm's maximum share of threads and queue, in percent. */
    private static final int SHARE = 50;

    private static final Predicate<String> NEVER_THROTTLED = realm -> false;

    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(6);

    private ThreadPoolExecutor pool;
    private TenantQueue queue;
    private Mailer mailer;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NoticeListener(session, this::notifyUser, this::notifyRoom);
    }

    private void notifyUser(Notice notice, RecipientContext recipient) {
        if (!queue.offer(notice.realmId(), () -> mailer.notifyUser(notice, recipient))) {
            LOG.warnf(
                    "realm %s: user %s is not notified of %s because the mail queue is full",
                    notice.realmId(), notice.userId(), notice.kind());
        }
    }

    private void notifyRoom(RoomRule rule, RecipientContext recipient) {
        Predicate<Runnable> ofRealm = batch -> queue.offer(rule.realmId(), batch);
        RoomMailBatches batches = new RoomMailBatches(rule, recipient);
        RoomAnnouncement announcement =
                new RoomAnnouncement(rule, () -> mailer.inTransaction(batches::next), mailer::send, ofRealm);
        if (!ofRealm.test(announcement)) {
            LOG.warnf(
                    "realm %s: members of data room %s are not notified of its rule because the mail queue is full",
                    rule.realmId(), rule.roomId());
        }
    }

    @Override
    public void init(Config.Scope config) {
        NumberOption options = new NumberOption("events-listener " + ID, config::get);
        int threads = options.number("threads", 1, 1000, 4);
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads, threads, IDLE_TIMEOUT.toSeconds(), TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
                    Thread thread = new Thread(run, "strongroom-mail-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setUncaughtExceptionHandler(
                            (failed, cause) -> LOG.error("a mail could not be composed", cause));
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        queue = new TenantQueue(pool, threads, options.number("queue", 1, 1_000_000, 1000), SHARE, NEVER_THROTTLED);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        mailer = new Mailer(factory);
    }

    @Override
    public void close() {
        try {
            queue.awaitIdle(SHUTDOWN_TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.dropWaiting();
        pool.shutdownNow();
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
