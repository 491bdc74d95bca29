package io.strongroom.account;

import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.PolicyStore;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** Provides {@code backup-codes} credentials. Each user has one set, which is replaced rather than extended. */
final class BackupCodesCredentialProvider extends FactorCredentialProvider {

    BackupCodesCredentialProvider(KeycloakSession session) {
        super(session, BackupCodes.TYPE);
    }

    @Override
    void customize(CredentialTypeMetadataBuilder metadata, UserModel user) {
        metadata.iconCssClass("kcAuthenticatorRecoveryAuthnCodesClass");
        if (mayCreate() && hasSet(user)) {
            metadata.updateAction(BackupCodesEnrolActionFactory.ID);
        } else if (mayCreate()) {
            metadata.createAction(BackupCodesEnrolActionFactory.ID);
        }
    }

    private boolean mayCreate() {
        TenantPolicy tenant = new PolicyStore(session(), session().getContext().getRealm()).tenant();
        return tenant.selfService() && tenant.backupCodes() > 0;
    }

    private boolean hasSet(UserModel user) {
        return user != null
                && user.credentialManager()
                        .getStoredCredentialsByTypeStream(BackupCodes.TYPE)
                        .findAny()
                        .isPresent();
    }

    @Override
    void describe(CredentialModel stored, CredentialMetadata metadata) {
        if (StringUtil.isBlank(stored.getUserLabel())) {
            metadata.getCredentialModel().setUserLabel("backup-codes-display-name");
        }
        metadata.setInfoMessage("strongroomAccountCodesLeft", Integer.toString(BackupCodes.left(stored)));
    }
}
