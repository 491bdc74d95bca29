package io.strongroom.account;

import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** A factor, as the account console shows it: its user may remove it, or is told why not. */
abstract class FactorCredentialProvider extends StoredCredentialProvider {

    /** Keycloak asks for the type first, and says whose it is; then for each credential, and does not. */
    private SelfRemoval removal = SelfRemoval.UNASKED;

    FactorCredentialProvider(KeycloakSession session, String type) {
        super(session, type);
    }

    @Override
    public final CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        removal = SelfRemoval.of(session(), context.getUser());
        CredentialTypeMetadataBuilder metadata = texts().removeable(removal.isAllowed());
        complete(metadata, context.getUser());
        return metadata.build(session());
    }

    /** @param user null where a console asks in general */
    abstract void complete(CredentialTypeMetadataBuilder metadata, UserModel user);

    @Override
    public final CredentialMetadata getCredentialMetadata(CredentialModel stored, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(stored, type);
        describe(stored, metadata);
        removal.explain(metadata);
        return metadata;
    }

    /** Says what the user needs to tell it from others. */
    abstract void describe(CredentialModel stored, CredentialMetadata metadata);
}
