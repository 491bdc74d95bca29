package io.strongroom.gateway.dispatch;

import com.google.auto.service.AutoService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * A pool of threads for sending, with room for a bounded number of messages. Options {@code threads} (8) and {@code queue}
 * (200): messages being sent, and messages waiting for that.
 */
@AutoService(SmsDispatcherFactory.class)
public final class PooledSmsDispatcherFactory implements SmsDispatcherFactory {

    private static final Logger LOG = Logger.getLogger(PooledSmsDispatcherFactory.class);
    private static final int SHUTDOWN_SECONDS = 6;

    private ThreadPoolExecutor pool;
    private Semaphore room;
    private KeycloakSessionFactory sessions;

    @Override
    public SmsDispatcher create(KeycloakSession session) {
        return new PooledSmsDispatcher(session, sessions, pool, room);
    }

    @Override
    public void init(Config.Scope config) {
        int threads = Math.max(1, config.getInt("threads", 8));
        int queue = Math.max(1, config.getInt("queue", 200));
        AtomicInteger number = new AtomicInteger();
        room = new Semaphore(threads + queue);
        pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), run -> {
            Thread thread = new Thread(run, "strongroom-sms-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sessions = factory;
    }

    @Override
    public void close() {
        pool.shutdown();
        try {
            if (!pool.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
                LOG.warnf(
                        "%d text messages were not sent before the server stopped",
                        pool.shutdownNow().size());
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String getId() {
        return "pool";
    }
}
