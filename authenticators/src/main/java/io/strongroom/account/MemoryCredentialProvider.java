package io.strongroom.account;

import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/** What is kept in mind of a user and is no factor. Users cannot remove it: it would make their login easier. */
final class MemoryCredentialProvider extends StoredCredentialProvider {

    MemoryCredentialProvider(KeycloakSession session, String type) {
        super(session, type);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return texts().removeable(false).build(session());
    }
}
