package io.strongroom.mail;

import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Passes e-mails to the realm's mail server. */
public final class MailSender {

    private final KeycloakSessionFactory sessions;

    public MailSender(KeycloakSessionFactory sessions) {
        this.sessions = sessions;
    }

    /**
     * Sends an e-mail without a transaction, so that no database connection is held while waiting for the mail server.
     *
     * @throws EmailException if sending failed; Keycloak has logged the cause
     */
    public void send(Mail mail) throws EmailException {
        try (KeycloakSession session = sessions.create()) {
            session.getContext().setRealm(session.realms().getRealm(mail.realmId()));
            session.getProvider(EmailSenderProvider.class)
                    .send(mail.smtp(), mail.to(), mail.subject(), mail.text(), mail.html());
        }
    }
}
