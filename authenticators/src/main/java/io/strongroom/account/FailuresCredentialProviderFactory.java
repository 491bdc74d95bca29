package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.FailureRow;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class FailuresCredentialProviderFactory implements CredentialProviderFactory<FailuresCredentialProvider> {

    @Override
    public FailuresCredentialProvider create(KeycloakSession session) {
        return new FailuresCredentialProvider(session);
    }

    @Override
    public String getId() {
        return FailureRow.TYPE;
    }
}
