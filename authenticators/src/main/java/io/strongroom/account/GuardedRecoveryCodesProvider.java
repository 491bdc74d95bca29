package io.strongroom.account;

import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.backupcode.BackupCodeEvents;
import io.strongroom.factor.backupcode.RecoveryCodeClaim;
import io.strongroom.facts.OwnFactors;
import io.strongroom.facts.StepsLeftToGuard;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;

/**
 * Keycloak's own recovery codes in realms with a policy: a flow asks for them only where the guard will not ask for something else, and
 * what a flow has verified counts as a backup code does (X18): limited, single use, told of. In a realm without a policy nothing differs.
 */
final class GuardedRecoveryCodesProvider extends RecoveryAuthnCodesCredentialProvider {

    private final KeycloakSession keycloak;
    private SelfRemoval removal = SelfRemoval.UNASKED;

    GuardedRecoveryCodesProvider(KeycloakSession session) {
        super(session);
        this.keycloak = session;
    }

    @Override
    public boolean isConfiguredFor(RealmModel realm, UserModel user, String credentialType) {
        return super.isConfiguredFor(realm, user, credentialType)
                && !new StepsLeftToGuard(keycloak).contain(getType(), user);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        Optional<RecoveryAuthnCodesCredentialModel> set = set(user);
        if (!new OwnFactors(keycloak).isGuarded() || set.isEmpty()) {
            return super.isValid(realm, user, input);
        }
        Clock clock = Clock.systemUTC();
        String id = set.get().getId();
        RateLimitedEntry entry = new RateLimitedEntry(keycloak, realm, user, getType(), id, clock);
        RecoveryCodeClaim claim = new RecoveryCodeClaim(keycloak, realm, set.get());
        boolean valid = entry.isValid(
                new FactorEntries(keycloak, realm, user, clock).of(getType(), id),
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

    /** Removable as our own backup codes are: not where a rule enforces a factor, and not by who acts as the user. */
    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadata stock = super.getCredentialTypeMetadata(context);
        OwnFactors own = new OwnFactors(keycloak);
        if (!own.isGuarded()) {
            return stock;
        }
        removal = SelfRemoval.of(keycloak, context.getUser());
        CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(stock.getType())
                .category(stock.getCategory())
                .displayName(stock.getDisplayName())
                .helpText(stock.getHelpText())
                .iconCssClass(stock.getIconCssClass())
                .removeable(removal.isAllowed());
        if (own.isSelfService()) {
            metadata.createAction(stock.getCreateAction());
        }
        return metadata.build(keycloak);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(
            RecoveryAuthnCodesCredentialModel credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        removal.explain(metadata);
        return metadata;
    }
}
