package io.strongroom.account;

import io.strongroom.context.UserContext;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.backupcode.BackupCodeEvents;
import io.strongroom.factor.backupcode.RecoveryCodeClaim;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Replaces Keycloak's provider for recovery codes. In realms with a policy, a flow asks for recovery codes only if
 * the guard won't ask for another factor. Recovery codes are treated like backup codes (X18): entries are limited,
 * each code works once, and its use is reported. Other realms retain Keycloak's behaviour.
 */
final class GuardedRecoveryCodesProvider extends RecoveryAuthnCodesCredentialProvider {

    private final KeycloakSession keycloak;
    private final GuardedCredential guarded;

    GuardedRecoveryCodesProvider(KeycloakSession session) {
        super(session);
        this.keycloak = session;
        this.guarded = new GuardedCredential(session, RecoveryAuthnCodesCredentialModel.TYPE);
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return super.isConfiguredFor(realm, user, credentialType) && !guarded.isAskedByGuard(user);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        Optional<RecoveryAuthnCodesCredentialModel> set = set(user);
        if (!guarded.isGuarded() || set.isEmpty()) {
            return super.isValid(realm, user, input);
        }
        Clock clock = Clock.systemUTC();
        String id = set.get().getId();
        RateLimitedEntry entry = new RateLimitedEntry(new UserContext(keycloak, realm, user, clock), getType(), id);
        RecoveryCodeClaim claim = new RecoveryCodeClaim(keycloak, realm, set.get());
        boolean valid = entry.isValid(
                new FactorEntries(new UserContext(keycloak, realm, user, clock)).of(getType(), id),
                () -> super.isValid(realm, user, input) && claim.take());
        if (valid) {
            entry.event()
                    .event(EventType.UPDATE_CREDENTIAL)
                    .user(user)
                    .detail(Details.CREDENTIAL_TYPE, getType())
                    .detail(Details.ACTION, BackupCodeEvents.USED)
                    .success();
        }
        return valid;
    }

    private Optional<RecoveryAuthnCodesCredentialModel> set(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(getType())
                .findFirst()
                .map(RecoveryAuthnCodesCredentialModel::createFromCredentialModel);
    }

    /**
     * Returns metadata that lets users remove the codes under the same conditions as Strongroom's backup codes:
     * only if no rule requires a factor, and not during impersonation.
     */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return guarded.typeMetadata(
                super.getCredentialTypeMetadata(context), context, (own, user) -> own.isSelfService());
    }

    @Override
    public CredentialMetadata getCredentialMetadata(
            RecoveryAuthnCodesCredentialModel credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        guarded.explain(metadata);
        return metadata;
    }
}
