package io.strongroom.account;

import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes the credential {@code backup-codes} known to Keycloak's consoles. It verifies nothing: a code is used up by it. */
public final class BackupCodesCredentialProvider implements CredentialProvider<CredentialModel> {

    private final KeycloakSession session;

    BackupCodesCredentialProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return BackupCodes.TYPE;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("backup-codes-display-name")
                .helpText("backup-codes-help-text")
                .iconCssClass("kcAuthenticatorRecoveryAuthnCodesClass")
                .removeable(new OwnFactors(session).mayRemove(context.getUser()));
        if (mayRenew()) {
            metadata.createAction(BackupCodesEnrolActionFactory.ID);
        }
        return metadata.build(session);
    }

    private boolean mayRenew() {
        TenantPolicy tenant = new PolicyStore(session, session.getContext().getRealm()).tenant();
        return tenant.selfService() && tenant.backupCodes() > 0;
    }
}
