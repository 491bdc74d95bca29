package io.strongroom.account;

import io.strongroom.factor.FailureRow;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/** {@code two-factor-failures}. Users cannot remove it: a lock is for an administrator to end. */
final class FailuresCredentialProvider extends StoredCredentialProvider {

    FailuresCredentialProvider(KeycloakSession session) {
        super(session, FailureRow.TYPE);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return texts().removeable(false).build(session());
    }
}
