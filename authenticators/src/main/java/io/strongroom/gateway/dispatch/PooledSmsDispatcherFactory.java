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
 * Creates the dispatcher that sends messages through one {@link GatewayPool} per installed gateway. Options for
 * each pool: {@code threads} (16), the maximum number of messages sent at the same time; {@code queue} (200), the
 * maximum number of waiting messages; {@code tenant-share} (50), one tenant's maximum share of both, in percent.
 */
@AutoService(SmsDispatcherFactory.class)
public final class PooledSmsDispatcherFactory implements SmsDispatcherFactory {

    private static final Log LOG = Log.of(PooledSmsDispatcherFactory.class);

    /** Time limit for sending queued messages when the server stops. */
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(6);

    private final Breakers breakers = new Breakers(Clock.systemUTC());
    private PoolSize size;
    private KeycloakSessionFactory sessions;
    private GatewayPools pools;

    @Override
    public SmsDispatcher create(KeycloakSession session) {
        return new PooledSmsDispatcher(session, this::send);
    }

    private FallbackSend send(SmsOrder order) {
        return new FallbackSend(order, pools, new BreakerCall(sessions, breakers), attempts -> report(order, attempts));
    }

    private void report(SmsOrder order, Attempts attempts) {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    sessions, session -> order.listener().sent(session, attempts));
        } catch (RuntimeException e) {
            LOG.error("the result of a text message could not be recorded", e);
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
        ProviderFactory<SmsGateway> serverDefault = factory.getProviderFactory(SmsGateway.class);
        pools = new GatewayPools(
                gateways, serverDefault == null ? null : serverDefault.getId(), size, breakers::isOpen);
        breakers.registerMetrics(gateways);
        factory.register(event -> {
            if (event instanceof RealmModel.RealmRemovedEvent removed) {
                breakers.remove(removed.getRealm().getId());
            }
        });
    }

    /** Returns the providers that Keycloak has to close after this one, because the last messages need them. */
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
            pools.close(SHUTDOWN_TIMEOUT);
        }
    }

    @Override
    public String getId() {
        return "pool";
    }
}
