package io.strongroom.notify;

import io.strongroom.context.UserContext;
import io.strongroom.factor.TenantName;
import io.strongroom.log.Log;
import io.strongroom.mail.Mail;
import io.strongroom.mail.MailContent;
import io.strongroom.mail.MailServer;
import io.strongroom.mail.MailTheme;
import io.strongroom.notify.MailContentWriter.Situation;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Decides whether to send an e-mail for a notice, and composes it. */
final class MailComposer {

    private static final Log LOG = Log.of(MailComposer.class);

    /**
     * Minimum interval between two notices of failed logins. ASVS 6.3.5 requires such notices; the interval
     * prevents an attacker from flooding the mailbox with them.
     */
    private static final Duration FAILURE_INTERVAL = Duration.ofHours(1);

    private static final int MAX_MAILS_PER_HOUR = 20;

    private final KeycloakSession session;

    MailComposer(KeycloakSession session) {
        this.session = session;
    }

    /** Returns the e-mail for a notice; empty if the user should not be notified. */
    Optional<Mail> compose(Notice notice, RecipientContext recipient) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        if (realm == null) {
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, notice.userId());
        if (user == null || !hasAddress(user, recipient) || !isEnabled(realm)) {
            return Optional.empty();
        }
        ReportedFactors factors = new ReportedFactors(new UserContext(session, realm, user, Clock.systemUTC()));
        boolean notify = factors.include(notice.subject()) && claimLimit(notice, realm);
        return notify ? Optional.of(mail(notice, recipient, realm, user, factors)) : Optional.empty();
    }

    private static boolean hasAddress(UserModel user, RecipientContext recipient) {
        String address = recipient.address(user);
        return address != null && !address.isBlank();
    }

    /** Returns whether users of this realm are notified at all. */
    boolean isEnabled(RealmModel realm) {
        PolicyStore policies = new PolicyStore(session, realm);
        if (!policies.tenant().notifyByEmail() || !policies.anyPolicy()) {
            return false;
        }
        if (!MailServer.isSetUp(realm)) {
            LOG.debugf("realm %s has no mail server: users are not notified", realm.getName());
            return false;
        }
        return true;
    }

    /**
     * Checks and updates the user's limits across all nodes: one failure per interval, and a maximum number of
     * other e-mails per hour.
     */
    private boolean claimLimit(Notice notice, RealmModel realm) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        String owner = notice.realmId() + ":" + notice.userId();
        return notice.kind() == Kind.FAILED
                ? store.claim("told-of-failure:" + owner, FAILURE_INTERVAL)
                : new HourlyLimit(store, Clock.systemUTC(), "mails:" + owner, MAX_MAILS_PER_HOUR).take();
    }

    private Mail mail(
            Notice notice, RecipientContext recipient, RealmModel realm, UserModel user, ReportedFactors factors) {
        Locale locale = recipient.locale(session, user);
        String tenant = tenantName(notice, realm);
        MailTheme theme = new MailTheme(session, realm, tenant, user, locale, recipient.server());
        Situation situation =
                new Situation(tenant, application(realm, notice.origin().clientId()), factors.count());
        MailContent content =
                new MailContentWriter(theme.wording()).write(notice.withSubject(factors.named(notice)), situation);
        return theme.render(content, recipient.address(user));
    }

    private static String tenantName(Notice notice, RealmModel realm) {
        return notice.isOfOrganization() ? notice.subject().related() : TenantName.of(realm);
    }

    /** Returns the application's name, or its id if the name is missing or a message key, as in Keycloak's own clients. */
    private static String application(RealmModel realm, String clientId) {
        ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
        String name = client == null ? null : client.getName();
        return name == null || name.isBlank() || name.startsWith("${") ? clientId : name;
    }
}
