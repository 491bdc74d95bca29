package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Hands messages to the pool once the request has committed; its place in the queue is taken before. */
final class PooledSmsDispatcher implements SmsDispatcher {

    private static final Logger LOG = Logger.getLogger(PooledSmsDispatcher.class);

    private final KeycloakSession session;
    private final KeycloakSessionFactory sessions;
    private final Executor pool;
    private final Semaphore room;

    PooledSmsDispatcher(KeycloakSession session, KeycloakSessionFactory sessions, Executor pool, Semaphore room) {
        this.session = session;
        this.sessions = sessions;
        this.pool = pool;
        this.room = room;
    }

    @Override
    public boolean dispatch(SmsOrder order) {
        if (!room.tryAcquire()) {
            LOG.warn("a text message was refused: the queue is full");
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                submit(order);
            }

            @Override
            protected void rollbackImpl() {
                room.release();
            }
        });
        return true;
    }

    private void submit(SmsOrder order) {
        try {
            pool.execute(() -> {
                try {
                    SendResult result = send(order);
                    KeycloakModelUtils.runJobInTransaction(
                            sessions, job -> order.outcome().sent(job, result));
                } catch (RuntimeException e) {
                    LOG.error("the outcome of a text message could not be kept", e);
                } finally {
                    room.release();
                }
            });
        } catch (RuntimeException stopping) {
            room.release();
            LOG.warn("a text message was dropped: the server is stopping");
        }
    }

    /** Without a transaction: no database connection is held while the vendor takes its time. */
    private SendResult send(SmsOrder order) {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(sessions, job -> gateway(job, order))
                    .send(order.message());
        } catch (RuntimeException e) {
            LOG.error("the gateway failed", e);
            return new SendResult.Unknown(e.getClass().getSimpleName());
        }
    }

    private static SmsGateway gateway(KeycloakSession job, SmsOrder order) {
        job.getContext().setRealm(job.realms().getRealmByName(order.message().tenant()));
        SmsGateway gateway = order.gateway() == null
                ? job.getProvider(SmsGateway.class)
                : job.getProvider(SmsGateway.class, order.gateway());
        return gateway == null
                ? SmsGateway.refusing("there is no gateway "
                        + (order.gateway() == null ? "set as the server's default" : order.gateway()))
                : gateway;
    }
}
