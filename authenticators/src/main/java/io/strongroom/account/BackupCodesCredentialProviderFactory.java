package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.backupcode.BackupCodes;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class BackupCodesCredentialProviderFactory
        implements CredentialProviderFactory<BackupCodesCredentialProvider> {

    @Override
    public BackupCodesCredentialProvider create(KeycloakSession session) {
        return new BackupCodesCredentialProvider(session);
    }

    @Override
    public String getId() {
        return BackupCodes.TYPE;
    }
}
