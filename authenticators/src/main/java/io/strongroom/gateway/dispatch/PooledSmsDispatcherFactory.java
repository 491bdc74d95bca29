package io.strongroom.gateway.dispatch;

import com.google.auto.service.AutoService;
import io.strongroom.gateway.SmsGateway;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.log.Log;
import io.strongroom.provider.NumberOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/**
 * A {@link GatewayPool} for each gateway installed. Options, for each of them: {@code threads} (16), messages being sent at a time;
 * {@code queue} (200), messages waiting for that; {@code tenant-share} (50), what one tenant gets of either, in percent.
 */
@AutoService(SmsDispatcherFactory.class)
public final class PooledSmsDispatcherFactory implements SmsDispatcherFactory {

    private static final Log LOG = Log.of(PooledSmsDispatcherFactory.class);

    /** How long messages in the queues have to leave when the server stops. */
    private static final Duration LAST_SECONDS = Duration.ofSeconds(6);

    private final Breakers breakers = new Breakers(Clock.systemUTC());
    private PoolSize size;
    private KeycloakSessionFactory sessions;
    private GatewayPools pools;

    @Override
    public SmsDispatcher create(KeycloakSession session) {
        return new PooledSmsDispatcher(session, this::send);
    }

    private FallbackSend send(SmsOrder order) {
        return new FallbackSend(order, pools, new BreakerCall(sessions, breakers), attempts -> tell(order, attempts));
    }

    private void tell(SmsOrder order, Attempts attempts) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    sessions, session -> order.outcome().sent(session, attempts));
        } catch (RuntimeException e) {
            LOG.error("the outcome of a text message could not be kept", e);
        }
    }

    @Override
    public void init(Config.Scope config) {
        NumberOption options = new NumberOption("sms-dispatcher pool", config::get);
        size = new PoolSize(
                options.number("threads", 1, 1000, 16),
                options.number("queue", 0, 1_000_000, 200),
                options.number("tenant-share", 1, 100, 50));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sessions = factory;
        List<String> gateways = factory.getProviderFactoriesStream(SmsGateway.class)
                .map(gateway -> gateway.getId())
                .toList();
        ProviderFactory<SmsGateway> first = factory.getProviderFactory(SmsGateway.class);
        pools = new GatewayPools(gateways, first == null ? null : first.getId(), size, breakers::isOpen);
        breakers.publish(gateways);
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                breakers.forget(removed.getRealm().getId());
            }
        });
    }

    /** What the last messages need is closed after this. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(
                SmsGateway.class,
                HttpClientProvider.class,
                RealmProvider.class,
                SingleUseObjectProvider.class,
                JpaConnectionProvider.class);
    }

    @Override
    public void close() {
        if (pools != null) {
            pools.close(LAST_SECONDS);
        }
    }

    @Override
    public String getId() {
        return "pool";
    }
}
