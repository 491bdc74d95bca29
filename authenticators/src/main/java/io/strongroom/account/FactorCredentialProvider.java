package io.strongroom.account;

import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Shows a factor in the account console, where the user can remove it or sees why they may not. */
abstract class FactorCredentialProvider extends StoredCredentialProvider {

    /**
     * Whether the user may remove the factor. Set when Keycloak requests the type's metadata, because that call
     * passes the user; its later calls for each credential don't.
     */
    private SelfRemoval removal = SelfRemoval.NO_USER;

    FactorCredentialProvider(KeycloakSession session, String type) {
        super(session, type);
    }

    @Override
    public final CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        removal = SelfRemoval.of(session(), context.getUser());
        CredentialTypeMetadataBuilder metadata = metadata().removeable(removal.isAllowed());
        customize(metadata, context.getUser());
        return metadata.build(session());
    }

    /**
     * Adds type-specific metadata.
     *
     * @param user null if the console requests the type without a user
     */
    abstract void customize(CredentialTypeMetadataBuilder metadata, UserModel user);

    @Override
    public final CredentialMetadata getCredentialMetadata(CredentialModel stored, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(stored, type);
        describe(stored, metadata);
        removal.explain(metadata);
        return metadata;
    }

    /** Adds details that distinguish this credential from the user's others. */
    abstract void describe(CredentialModel stored, CredentialMetadata metadata);
}
