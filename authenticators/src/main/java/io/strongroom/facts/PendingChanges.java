package io.strongroom.facts;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.policy.Facts.Change;
import io.strongroom.policy.Method;
import io.strongroom.policy.store.PolicyStore;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Finds the required actions that change a user's factors: the one that started the login, and those set for the
 * user by an administrator, a flow or an e-mailed link. They are identified by provider, because administrators can
 * change aliases.
 */
final class PendingChanges {

    static final String REMOVAL = "delete_credential";

    private static final Set<String> CODES_AND_REMOVAL =
            Set.of("backup-codes-enrol", "CONFIGURE_RECOVERY_AUTHN_CODES", REMOVAL);

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;

    PendingChanges(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
    }

    /** Returns the provider id of the action that started the login. */
    Optional<String> initiated() {
        return Optional.ofNullable(login.getClientNote(Constants.KC_ACTION)).flatMap(this::provider);
    }

    /** Returns the change made by the initiated action, if any. */
    Optional<Change> initiatedChange() {
        return initiated().flatMap(this::changeBy);
    }

    /** Returns the first change made by one of the user's or login's required actions, if any. */
    Optional<Change> requiredChange(UserModel user) {
        return Stream.concat(user.getRequiredActionsStream(), login.getRequiredActions().stream())
                .distinct()
                .map(this::provider)
                .flatMap(Optional::stream)
                .map(this::changeBy)
                .flatMap(Optional::stream)
                .map(change -> requestedByOthers(change.setsUp()))
                .findFirst();
    }

    private static Change requestedByOthers(Optional<Method> setsUp) {
        return new Change(setsUp, false);
    }

    private Optional<String> provider(String alias) {
        return Optional.ofNullable(login.getRealm().getRequiredActionProviderByAlias(alias))
                .filter(RequiredActionProviderModel::isEnabled)
                .map(RequiredActionProviderModel::getProviderId)
                .filter(Objects::nonNull);
    }

    private Optional<Change> changeBy(String provider) {
        Optional<Method> setsUp = Factors.setUpBy(provider).map(Factor::method).filter(this::isUnderPolicy);
        if (setsUp.isPresent() || CODES_AND_REMOVAL.contains(provider)) {
            return Optional.of(new Change(setsUp));
        }
        return changesCredential(provider) ? Optional.of(requestedByOthers(Optional.empty())) : Optional.empty();
    }

    /**
     * Checks whether the policy decides who may set up this method. Keycloak's keys and passkeys stay Keycloak's own in
     * a tenant that doesn't accept them.
     */
    private boolean isUnderPolicy(Method method) {
        return !method.isPhishingResistant() || new PolicyStore(session, login.getRealm()).acceptedByAnyTenant(method);
    }

    /**
     * Checks whether the provider is another credential action: one from another extension, or one of Keycloak's for
     * keys that the tenant doesn't accept. The tenant's self-service setting does not apply to them.
     */
    private boolean changesCredential(String provider) {
        return session.getProvider(RequiredActionProvider.class, provider) instanceof CredentialAction;
    }
}
