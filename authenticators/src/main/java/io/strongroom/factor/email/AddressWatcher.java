package io.strongroom.factor.email;

import io.strongroom.context.UserContext;
import io.strongroom.factor.PassedFactors;
import io.strongroom.policy.store.AcceptedMethods;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Notices that an address was changed by the user or an administrator, or that a link from the mailbox changed the
 * password or linked an identity provider. Changes without an event, such as in a directory, are noticed at the next
 * login ({@link AddressHistory#observe}).
 */
final class AddressWatcher implements EventListenerProvider {

    private static final Pattern USER = Pattern.compile("users/([^/]+)");

    private final KeycloakSession session;
    private final Clock clock;

    AddressWatcher(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public void onEvent(Event event) {
        EventType type = event.getType();
        if (type == EventType.UPDATE_EMAIL || type == EventType.UPDATE_PROFILE) {
            withUser(event.getRealmId(), event.getUserId(), this::recordIfChanged);
        } else if (type == EventType.UPDATE_CREDENTIAL
                && PasswordCredentialModel.TYPE.equals(detail(event, Details.CREDENTIAL_TYPE))) {
            withUser(event.getRealmId(), event.getUserId(), this::recordIfSetByLink);
        } else if (type == EventType.IDENTITY_PROVIDER_LINK_ACCOUNT
                && detail(event, Details.IDENTITY_PROVIDER) != null) {
            withUser(
                    event.getRealmId(),
                    event.getUserId(),
                    context -> new AddressHistory(context).linked(detail(event, Details.IDENTITY_PROVIDER)));
        }
    }

    private static String detail(Event event, String name) {
        return Optional.ofNullable(event.getDetails()).orElse(Map.of()).get(name);
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        Matcher user = USER.matcher(Optional.ofNullable(event.getResourcePath()).orElse(""));
        if (event.getOperationType() == OperationType.UPDATE && user.matches()) {
            withUser(event.getRealmId(), user.group(1), this::recordIfChanged);
        }
    }

    private void withUser(String realmId, String userId, Consumer<UserContext> work) {
        RealmModel realm = userId == null ? null : session.realms().getRealm(realmId);
        if (realm != null && AcceptedMethods.containAnywhere(EmailFactor.METHOD, session, realm)) {
            Optional.ofNullable(session.users().getUserById(realm, userId))
                    .map(user -> new UserContext(session, realm, user, clock))
                    .ifPresent(work);
        }
    }

    private void recordIfChanged(UserContext context) {
        Optional<String> before = committedAddress(context);
        Optional<String> now = fingerprintOf(context.user());
        if (!before.equals(now)) {
            new AddressHistory(context).changed();
        }
    }

    /** Reads the address from before this request, in a separate session that does not see uncommitted changes. */
    private Optional<String> committedAddress(UserContext context) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), job -> {
            RealmModel realm = job.realms().getRealm(context.realm().getId());
            job.getContext().setRealm(realm);
            return Optional.ofNullable(
                            job.users().getUserById(realm, context.user().getId()))
                    .flatMap(AddressWatcher::fingerprintOf);
        });
    }

    private static Optional<String> fingerprintOf(UserModel user) {
        return EmailAddress.of(user).map(EmailAddress::fingerprint);
    }

    /** A password set through a link from the mailbox proves nothing more than the mailbox does. */
    private void recordIfSetByLink(UserContext context) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null
                && new MailboxLogin(context, login).isDetected()
                && new PassedFactors(context, login).all().isEmpty()) {
            new AddressHistory(context).changed();
        }
    }

    @Override
    public void close() {}
}
