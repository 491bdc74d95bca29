package io.strongroom.notify;

import io.strongroom.log.Log;
import io.strongroom.mail.Mail;
import io.strongroom.mail.MailSender;
import java.util.List;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakSessionTaskWithResult;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Composes and sends e-mails on a thread from the pool, and logs failures. */
final class Mailer {

    private static final Log LOG = Log.of(Mailer.class);
    private static final String NOT_NOTIFIED = "realm %s: user %s could not be notified of %s";

    private final KeycloakSessionFactory sessions;
    private final MailSender sender;

    Mailer(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
        this.sender = new MailSender(sessions);
    }

    void notifyUser(Notice notice, RecipientContext recipient) {
        try {
            Optional<Mail> mail = inTransaction(session -> new MailComposer(session).compose(notice, recipient));
            if (mail.isPresent()) {
                sender.send(mail.get());
            }
            LOG.debugf(
                    "realm %s: user %s %s of %s",
                    notice.realmId(),
                    notice.userId(),
                    mail.isPresent() ? "was notified" : "is not notified",
                    notice.kind());
        } catch (EmailException loggedByKeycloak) {
            LOG.warnf(NOT_NOTIFIED, notice.realmId(), notice.userId(), notice.kind());
        } catch (RuntimeException e) {
            LOG.warnf(e, NOT_NOTIFIED, notice.realmId(), notice.userId(), notice.kind());
        }
    }

    <T> T inTransaction(KeycloakSessionTaskWithResult<T> work) {
        return KeycloakModelUtils.runJobInTransactionWithResult(sessions, work);
    }

    /**
     * Sends e-mails. If sending fails, Keycloak logs the cause.
     *
     * @return the number of e-mails that the mail server accepted
     */
    int send(List<Mail> mails) {
        int sent = 0;
        for (Mail mail : mails) {
            try {
                sender.send(mail);
                sent++;
            } catch (EmailException loggedByKeycloak) {
                LOG.debugf("realm %s: the mail server did not accept a mail", mail.realmId());
            } catch (RuntimeException e) {
                LOG.warnf(e, "realm %s: a mail could not be sent", mail.realmId());
            }
        }
        return sent;
    }
}
