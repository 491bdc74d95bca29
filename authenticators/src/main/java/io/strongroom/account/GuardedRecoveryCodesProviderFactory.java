package io.strongroom.account;

import com.google.auto.service.AutoService;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProvider;
import org.keycloak.credential.RecoveryAuthnCodesCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/**
 * Replaces Keycloak's recovery code provider factory, which has the same id, and creates
 * {@link GuardedRecoveryCodesProvider}s.
 */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class GuardedRecoveryCodesProviderFactory extends RecoveryAuthnCodesCredentialProviderFactory {

    @Override
    public RecoveryAuthnCodesCredentialProvider create(KeycloakSession session) {
        return new GuardedRecoveryCodesProvider(session);
    }

    @Override
    public int order() {
        return 100;
    }
}
