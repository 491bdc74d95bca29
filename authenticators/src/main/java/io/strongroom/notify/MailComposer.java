package io.strongroom.notify;

import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.log.Log;
import io.strongroom.notify.MailContentWriter.Situation;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Decides whether a notice becomes a mail, and gathers what the mail has to say. */
final class MailComposer {

    private static final Log LOG = Log.of(MailComposer.class);

    /** ASVS 6.3.5 asks for a word about failures; a guesser must not be able to fill a mailbox with it. */
    private static final Duration BETWEEN_FAILURES = Duration.ofHours(1);

    private static final int MOST_IN_AN_HOUR = 20;

    private final KeycloakSession session;

    MailComposer(KeycloakSession session) {
        this.session = session;
    }

    Optional<Mail> make(Notice notice, RecipientContext reader) {
        RealmModel realm = session.realms().getRealm(notice.realmId());
        if (realm == null) {
            return Optional.empty();
        }
        session.getContext().setRealm(realm);
        UserModel user = session.users().getUserById(realm, notice.userId());
        boolean isToBeTold = user != null && hasAddress(user) && isWanted(realm) && isDue(notice, realm);
        return isToBeTold ? Optional.of(mail(notice, reader, realm, user)) : Optional.empty();
    }

    private static boolean hasAddress(UserModel user) {
        return user.getEmail() != null && !user.getEmail().isBlank();
    }

    /** Whether anybody of this realm is told anything. */
    boolean isWanted(RealmModel realm) {
        PolicyStore policies = new PolicyStore(session, realm);
        if (!policies.tenant().notifyByEmail() || !policies.anyPolicy()) {
            return false;
        }
        if (!MailServer.isSetUp(realm)) {
            LOG.debugf("realm %s has no mail server: nobody is told", realm.getName());
            return false;
        }
        return true;
    }

    /** Of failures on all nodes at once, one is. Of anything else only so many: nobody is flooded in the tenant's name. */
    private boolean isDue(Notice notice, RealmModel realm) {
        OneTimeStore store = new KeycloakOneTimeStore(session, realm);
        String owner = notice.realmId() + ":" + notice.userId();
        return notice.kind() == Kind.FAILED
                ? store.claim("told-of-failure:" + owner, BETWEEN_FAILURES)
                : new HourlyLimit(store, Clock.systemUTC(), "mails:" + owner, MOST_IN_AN_HOUR).take();
    }

    private Mail mail(Notice notice, RecipientContext reader, RealmModel realm, UserModel user) {
        Locale locale = reader.languageOf(session, user);
        MailTheme theme = new MailTheme(session, realm, user, locale, reader.server());
        Situation situation =
                new Situation(theme.tenant(), application(realm, notice.origin().clientId()), factors(user));
        MailContent letter = new MailContentWriter(theme.wording()).write(named(notice, user), situation);
        return theme.print(letter);
    }

    /** Keycloak's event about a new app does not say what the user calls it. */
    private static Notice named(Notice notice, UserModel user) {
        if (notice.kind() != Kind.ADDED
                || !OTPCredentialModel.TYPE.equals(notice.subject().type())) {
            return notice;
        }
        String name = user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .max(Comparator.comparing(CredentialModel::getCreatedDate))
                .map(CredentialModel::getUserLabel)
                .orElse(null);
        return new Notice(
                notice.kind(),
                notice.realmId(),
                notice.userId(),
                notice.at(),
                notice.subject().called(name),
                notice.origin());
    }

    private int factors(UserModel user) {
        long apps = user.credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .count();
        int numbers =
                new SmsCredentials(session, user, Clock.systemUTC()).trusted().size();
        return Math.toIntExact(apps) + numbers;
    }

    /** Keycloak's own applications are named by a message key, which says less than their id. */
    private static String application(RealmModel realm, String clientId) {
        ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
        String name = client == null ? null : client.getName();
        return name == null || name.isBlank() || name.startsWith("${") ? clientId : name;
    }
}
