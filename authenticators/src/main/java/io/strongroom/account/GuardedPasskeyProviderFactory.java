package io.strongroom.account;

import com.google.auto.service.AutoService;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.credential.WebAuthnPasswordlessCredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's factory, which has the same id, and creates {@link GuardedPasskeyProvider}s. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class GuardedPasskeyProviderFactory extends WebAuthnPasswordlessCredentialProviderFactory {

    @Override
    public CredentialProvider create(KeycloakSession session) {
        return new GuardedPasskeyProvider(session, getMetadataService(), createOrGetObjectConverter());
    }

    @Override
    public int order() {
        return 100;
    }
}
