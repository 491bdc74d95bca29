package io.strongroom.notify;

import io.strongroom.log.Log;
import java.util.List;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Makes mails and sends them, on a thread of the pool. What goes wrong is a line in the log. */
final class Mailer {

    private static final Log LOG = Log.of(Mailer.class);

    private final KeycloakSessionFactory sessions;

    Mailer(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    void deliver(Notice notice, RecipientContext reader) {
        try {
            Optional<Mail> mail = inTransaction(session -> new MailComposer(session).make(notice, reader));
            if (mail.isPresent()) {
                send(mail.get());
            }
            LOG.debugf(
                    "realm %s: %s %s told of %s",
                    notice.realmId(), notice.userId(), mail.isPresent() ? "was" : "is not", notice.kind());
        } catch (EmailException toldByKeycloak) {
            LOG.warnf("realm %s: %s could not be told of %s", notice.realmId(), notice.userId(), notice.kind());
        } catch (RuntimeException e) {
            LOG.warnf(e, "realm %s: %s could not be told of %s", notice.realmId(), notice.userId(), notice.kind());
        }
    }

    <T> T inTransaction(KeycloakSessionTaskWithResult<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work);
    }

    /** @return how many of them the mail server took; Keycloak logs what keeps it from the others */
    int send(List<Mail> mails) {
        int sent = 0;
        for (Mail mail : mails) {
            try {
                send(mail);
                sent++;
            } catch (EmailException toldByKeycloak) {
                LOG.debugf("realm %s: a mail was not taken", mail.realmId());
            }
        }
        return sent;
    }

    /** Without a transaction: no database connection is held while the mail server takes its time. */
    private void send(Mail mail) throws EmailException {
        try (KeycloakSession session = sessions.create()) {
            session.getContext().setRealm(session.realms().getRealm(mail.realmId()));
            session.getProvider(EmailSenderProvider.class)
                    .send(mail.smtp(), mail.to(), mail.subject(), mail.text(), mail.html());
        }
    }
}
