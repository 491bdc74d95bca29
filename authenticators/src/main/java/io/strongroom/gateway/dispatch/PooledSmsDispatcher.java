package io.strongroom.gateway.dispatch;

import io.strongroom.log.Log;
import io.strongroom.metrics.Meters;
import java.util.function.Function;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Reserves a slot in the queue immediately, and starts sending after the transaction commits. */
final class PooledSmsDispatcher implements SmsDispatcher {

    private static final Log LOG = Log.of(PooledSmsDispatcher.class);

    private final KeycloakSession session;
    private final Function<SmsOrder, FallbackSend> sends;

    PooledSmsDispatcher(KeycloakSession session, Function<SmsOrder, FallbackSend> sends) {
        this.session = session;
        this.sends = sends;
    }

    @Override
    public boolean dispatch(SmsOrder order) {
        FallbackSend send = sends.apply(order);
        if (!send.reserve()) {
            Meters.refused("queue");
            LOG.warnf(
                    "a text message of tenant %s was refused because the queue is full",
                    order.message().tenant());
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                send.start();
            }

            @Override
            protected void rollbackImpl() {
                send.cancel();
            }
        });
        return true;
    }
}
