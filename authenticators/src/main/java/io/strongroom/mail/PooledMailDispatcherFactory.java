package io.strongroom.mail;

import com.google.auto.service.AutoService;
import io.strongroom.provider.NumberOption;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmProvider;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.provider.Provider;

/**
 * Creates the dispatcher that sends e-mails with codes. Its threads are separate from those of notices, so that many
 * notices do not delay a code. Options: {@code threads} (8), the maximum number of e-mails sent at the same time;
 * {@code queue} (200), the maximum number of waiting e-mails.
 */
@AutoService(MailDispatcherFactory.class)
public final class PooledMailDispatcherFactory implements MailDispatcherFactory {

    private MailPool pool;
    private KeycloakSessionFactory sessions;
    private MailSender sender;

    @Override
    public MailDispatcher create(KeycloakSession session) {
        return new PooledMailDispatcher(session, sessions, pool, sender);
    }

    @Override
    public void init(Config.Scope config) {
        NumberOption options = new NumberOption("mail-dispatcher pool", config::get);
        pool = new MailPool(
                "code-mail", options.number("threads", 1, 1000, 8), options.number("queue", 0, 1_000_000, 200));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        sessions = factory;
        sender = new MailSender(factory);
    }

    /** Returns the providers that Keycloak has to close after this one, because the last e-mails need them. */
    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(
                EmailSenderProvider.class,
                RealmProvider.class,
                SingleUseObjectProvider.class,
                JpaConnectionProvider.class);
    }

    @Override
    public void close() {
        if (pool != null) {
            pool.close();
        }
    }

    @Override
    public String getId() {
        return "pool";
    }
}
