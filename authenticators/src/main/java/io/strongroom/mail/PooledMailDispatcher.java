package io.strongroom.mail;

import io.strongroom.log.Log;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Reserves a slot in the queue immediately, and sends after the transaction commits. */
final class PooledMailDispatcher implements MailDispatcher {

    private static final Log LOG = Log.of(PooledMailDispatcher.class);

    private final KeycloakSession session;
    private final KeycloakSessionFactory sessions;
    private final MailPool pool;
    private final MailSender sender;

    PooledMailDispatcher(KeycloakSession session, KeycloakSessionFactory sessions, MailPool pool, MailSender sender) {
        this.session = session;
        this.sessions = sessions;
        this.pool = pool;
        this.sender = sender;
    }

    @Override
    public boolean dispatch(Mail mail, MailListener listener) {
        if (!pool.reserve(mail.realmId())) {
            LOG.warnf("realm %s: an e-mail was refused because the mail queue is full", mail.realmId());
            return false;
        }
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                pool.run(mail.realmId(), () -> send(mail, listener), () -> report(listener, Optional.of(dropped())));
            }

            @Override
            protected void rollbackImpl() {
                pool.release(mail.realmId());
            }
        });
        return true;
    }

    private void send(Mail mail, MailListener listener) {
        report(listener, failureOf(mail));
    }

    private Optional<Exception> failureOf(Mail mail) {
        try {
            sender.send(mail);
            return Optional.empty();
        } catch (EmailException | RuntimeException e) {
            return Optional.of(e);
        }
    }

    private static Exception dropped() {
        return new EmailException("the server is stopping");
    }

    private void report(MailListener listener, Optional<Exception> failure) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, job -> listener.sent(job, failure));
        } catch (RuntimeException e) {
            LOG.error("the result of an e-mail could not be recorded", e);
        }
    }
}
