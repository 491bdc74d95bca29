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
 * Mails about changes, with a pool of threads of their own. Options {@code threads} (4) and {@code queue} (1000): mails being
 * sent, and mails waiting for that.
 */
@AutoService(EventListenerProviderFactory.class)
public final class NoticeListenerFactory implements EventListenerProviderFactory {

    public static final String ID = "strongroom-notices";

    private static final Log LOG = Log.of(NoticeListenerFactory.class);

    /** What a realm gets at most, in percent. */
    private static final int SHARE = 50;

    private static final Duration SHUTDOWN = Duration.ofSeconds(6);

    private ThreadPoolExecutor pool;
    private TenantQueue queue;
    private Mailer mailer;

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NoticeListener(session, this::post, this::announce);
    }

    private void post(Notice notice, RecipientContext reader) {
        if (!queue.offer(notice.realmId(), () -> mailer.deliver(notice, reader))) {
            LOG.warnf(
                    "realm %s: no room for a mail, %s is not told of %s",
                    notice.realmId(), notice.userId(), notice.kind());
        }
    }

    private void announce(RoomRule rule, RecipientContext reader) {
        Predicate<Runnable> back = part -> queue.offer(rule.realmId(), part);
        RoomMailBatches parts = new RoomMailBatches(rule, reader);
        if (!back.test(new RoomAnnouncement(rule, () -> mailer.inTransaction(parts::next), mailer::send, back))) {
            LOG.warnf(
                    "realm %s: no room for mails, members of data room %s are not told of its rule",
                    rule.realmId(), rule.roomId());
        }
    }

    @Override
    public void init(Config.Scope config) {
        NumberOption options = new NumberOption("events-listener " + ID, config::get);
        int threads = options.number("threads", 1, 1000, 4);
        AtomicInteger number = new AtomicInteger();
        pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
            Thread thread = new Thread(run, "strongroom-mail-" + number.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((mail, failure) -> LOG.error("a mail could not be made", failure));
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
        queue = new TenantQueue(pool, threads, options.number("queue", 1, 1_000_000, 1000), SHARE, realm -> false);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        mailer = new Mailer(factory);
    }

    @Override
    public void close() {
        try {
            queue.awaitIdle(SHUTDOWN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        queue.dropWaiting();
        pool.shutdownNow();
    }

    /** In every realm, whatever listeners it names. */
    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
