package io.strongroom.admin.health;

import io.strongroom.factor.email.EmailFactor;
import io.strongroom.factor.sentcode.SendLimit;
import io.strongroom.factor.sentcode.SendRefusals;
import io.strongroom.mail.MailServer;
import io.strongroom.policy.store.AcceptedMethods;
import io.strongroom.state.KeycloakOneTimeStore;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Findings about codes by e-mail, where a rule of the tenant accepts them. */
final class EmailFindings {

    private static final String SUBJECT = "twoFactor.methods";

    private final KeycloakSession session;
    private final RealmModel realm;

    EmailFindings(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    Stream<Finding> all() {
        return AcceptedMethods.containAnywhere(EmailFactor.METHOD, session, realm)
                ? Stream.of(Stream.of(standard()), server().stream(), limits()).flatMap(found -> found)
                : Stream.empty();
    }

    private static Finding standard() {
        return Finding.warning(
                SUBJECT,
                "Codes by e-mail are accepted. NIST SP 800-63B-4, section 3.1.3, does not allow e-mail as a second factor,"
                        + " because a mailbox may be open to anybody with its password, and messages may be read or"
                        + " rerouted on their way. Accept another method instead, or accept the risk");
    }

    private Optional<Finding> server() {
        return MailServer.isSetUp(realm)
                ? Optional.empty()
                : Optional.of(Finding.error(
                        "smtpServer",
                        "Codes by e-mail are accepted but cannot be sent, because the realm has no mail server with a"
                                + " sender address. Configure one"));
    }

    private Stream<Finding> limits() {
        return new SendRefusals(
                        EmailFactor.METHOD.word(),
                        new KeycloakOneTimeStore(session, realm),
                        realm.getId(),
                        Clock.systemUTC())
                .inLastDay().entrySet().stream().map(EmailFindings::limit);
    }

    private static Finding limit(Map.Entry<SendLimit, Integer> refused) {
        SendLimit limit = refused.getKey();
        return Finding.warning(
                limit.setting().orElse("e-mails with codes"),
                "%d e-mails with codes were refused in the last day by the limit \"%s\". It applies to e-mails as it does to text messages"
                        .formatted(refused.getValue(), limit.label()));
    }
}
