package io.strongroom.account;

import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/** {@code backup-codes}: renewed rather than added. */
final class BackupCodesCredentialProvider extends StoredCredentialProvider {

    BackupCodesCredentialProvider(KeycloakSession session) {
        super(session, BackupCodes.TYPE);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadataBuilder metadata = texts().iconCssClass("kcAuthenticatorRecoveryAuthnCodesClass")
                .removeable(new OwnFactors(session()).mayRemove(context.getUser()));
        if (mayRenew()) {
            metadata.createAction(BackupCodesEnrolActionFactory.ID);
        }
        return metadata.build(session());
    }

    private boolean mayRenew() {
        TenantPolicy tenant = new PolicyStore(session(), session().getContext().getRealm()).tenant();
        return tenant.selfService() && tenant.backupCodes() > 0;
    }
}
