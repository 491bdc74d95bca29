package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.dispatch.Breakers.Permission;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.log.Log;
import io.strongroom.metrics.Meters;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Calls a gateway if its circuit breaker permits it. Neither a session nor a transaction is open during the call. */
final class BreakerCall implements GatewayCall {

    /** The outcome that metrics report if the circuit breaker denies permission. */
    static final String SKIPPED = "skipped";

    private static final Log LOG = Log.of(BreakerCall.class);

    private final KeycloakSessionFactory sessions;
    private final Breakers breakers;

    BreakerCall(KeycloakSessionFactory sessions, Breakers breakers) {
        this.sessions = sessions;
        this.breakers = breakers;
    }

    @Override
    public Optional<SendResult> send(SmsOrder order, String gateway, boolean lastGateway) {
        Optional<Permission> acquired =
                breakers.acquire(gateway, order.realmId(), order.message().tenant(), lastGateway);
        if (acquired.isEmpty()) {
            Meters.sent(gateway, SKIPPED);
            return Optional.empty();
        }
        try (Permission permission = acquired.get()) {
            SendResult result = sendWith(permission, order, gateway, lastGateway);
            Meters.sent(gateway, result.word());
            return Optional.of(result);
        }
    }

    private SendResult sendWith(Permission permission, SmsOrder order, String gateway, boolean lastGateway) {
        try {
            return prepare(order.realmId(), gateway)
                    .map(instance -> call(instance, order, gateway, lastGateway, permission))
                    .orElseGet(() -> new SendResult.NotSent("the tenant was deleted"));
        } catch (RuntimeException notCalled) {
            LOG.error("a gateway could not be created", notCalled);
            return new SendResult.NotSent(notCalled.getClass().getSimpleName());
        }
    }

    /**
     * Creates the gateway, which resolves the tenant's secrets before the session ends. Returns empty if the realm
     * was deleted.
     */
    private Optional<SmsGateway> prepare(String realmId, String gateway) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            if (realm == null) {
                return Optional.empty();
            }
            session.getContext().setRealm(realm);
            return Optional.of(session.getProvider(SmsGateway.class, gateway));
        });
    }

    private static SendResult call(
            SmsGateway gateway, SmsOrder order, String id, boolean lastGateway, Permission permission) {
        long start = System.nanoTime();
        SendResult result = send(gateway, order);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Meters.answered(id, took);
        permission.record(result, lastGateway ? Duration.ZERO : took);
        return result;
    }

    private static SendResult send(SmsGateway gateway, SmsOrder order) {
        try {
            return gateway.send(order.message());
        } catch (RuntimeException e) {
            LOG.error("a gateway threw an exception", e);
            return new SendResult.Uncertain(e.getClass().getSimpleName());
        }
    }
}
