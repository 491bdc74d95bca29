package io.strongroom.account;

import java.util.function.Function;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Base class of factories whose id is the credential type of the provider they create. */
abstract class StoredCredentialProviderFactory implements CredentialProviderFactory<StoredCredentialProvider> {

    private final String type;
    private final Function<KeycloakSession, StoredCredentialProvider> provider;

    StoredCredentialProviderFactory(String type, Function<KeycloakSession, StoredCredentialProvider> provider) {
        this.type = type;
        this.provider = provider;
    }

    @Override
    public final StoredCredentialProvider create(KeycloakSession session) {
        return provider.apply(session);
    }

    @Override
    public final String getId() {
        return type;
    }
}
