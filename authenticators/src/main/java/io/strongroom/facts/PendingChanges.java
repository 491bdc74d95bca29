package io.strongroom.facts;

import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Method;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Required actions that change a user's factors: the one a login was begun for, and those that wait for the user because an
 * administrator, a flow or a link by e-mail asked for them. They go by their providers: administrators may have given them other
 * aliases.
 */
final class PendingChanges {

    static final String REMOVAL = "delete_credential";

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    PendingChanges(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** The provider of the action that the login was begun for. */
    Optional<String> initiated() {
        return Optional.ofNullable(login.getClientNote(Constants.KC_ACTION)).flatMap(this::provider);
    }

    /** What that action changes, if anything. */
    Optional<Change> initiatedChange() {
        return initiated().flatMap(this::changeBy);
    }

    /** What the user has to change besides, if anything. */
    Optional<Change> waiting(UserModel user) {
        return Stream.concat(user.getRequiredActionsStream(), login.getRequiredActions().stream())
                .distinct()
                .map(this::provider)
                .flatMap(Optional::stream)
                .map(this::changeBy)
                .flatMap(Optional::stream)
                .map(change -> new Change(change.setsUp(), false))
                .findFirst();
    }

    private Optional<String> provider(String alias) {
        return Optional.ofNullable(login.getRealm().getRequiredActionProviderByAlias(alias))
                .filter(RequiredActionProviderModel::isEnabled)
                .map(RequiredActionProviderModel::getProviderId)
                .filter(Objects::nonNull);
    }

    private Optional<Change> changeBy(String provider) {
        return switch (provider) {
            case "CONFIGURE_TOTP" -> Optional.of(new Change(Optional.of(Method.TOTP)));
            case "sms-otp-enrol" -> Optional.of(new Change(Optional.of(Method.SMS)));
            case "backup-codes-enrol", "CONFIGURE_RECOVERY_AUTHN_CODES", REMOVAL ->
                Optional.of(new Change(Optional.empty()));
            default -> isOfCredential(provider) ? Optional.of(new Change(Optional.empty(), false)) : Optional.empty();
        };
    }

    /** Keycloak's own for keys, and those of others: what it does to credentials that no rule accepts is not for us to allow. */
    private boolean isOfCredential(String provider) {
        return session.getProvider(RequiredActionProvider.class, provider) instanceof CredentialAction;
    }
}
