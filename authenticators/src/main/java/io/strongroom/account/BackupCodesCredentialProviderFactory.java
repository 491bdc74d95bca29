package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.backupcode.BackupCodes;
import org.keycloak.credential.CredentialProviderFactory;

/** Creates the provider of {@code backup-codes} credentials. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class BackupCodesCredentialProviderFactory extends StoredCredentialProviderFactory {

    public BackupCodesCredentialProviderFactory() {
        super(BackupCodes.TYPE, BackupCodesCredentialProvider::new);
    }
}
