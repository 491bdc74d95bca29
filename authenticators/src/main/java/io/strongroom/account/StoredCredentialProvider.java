package io.strongroom.account;

import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Makes a type of credential known to Keycloak: an import keeps it, and its consoles show it. It verifies nothing, since what
 * is entered belongs to a login.
 */
abstract class StoredCredentialProvider implements CredentialProvider<CredentialModel> {

    private final KeycloakSession session;
    private final String type;

    StoredCredentialProvider(KeycloakSession session, String type) {
        this.session = session;
        this.type = type;
    }

    final KeycloakSession session() {
        return session;
    }

    @Override
    public final String getType() {
        return type;
    }

    @Override
    public final CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public final boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public final CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    /**
     * For Keycloak's own list in the admin API, which is open to all who may view the user: no secret, and of the rest only what
     * they may read.
     */
    @Override
    public final CredentialModel getCredentialForPresentationFromModel(CredentialModel stored) {
        CredentialModel shown = stored.shallowClone();
        shown.setCredentialData(readable(stored));
        shown.setSecretData(null);
        return shown;
    }

    /** JSON; nothing unless the type has something to tell. */
    String readable(CredentialModel stored) {
        return "{}";
    }

    /** For the account page: what is stored is of no use there, and a number is shown masked. */
    @Override
    public CredentialMetadata getCredentialMetadata(CredentialModel stored, CredentialTypeMetadata type) {
        CredentialModel shown = getCredentialForPresentationFromModel(stored);
        shown.setCredentialData(null);
        CredentialMetadata metadata = new CredentialMetadata();
        metadata.setCredentialModel(shown);
        return metadata;
    }

    /** With the texts that go by the type's name. */
    final CredentialTypeMetadataBuilder texts() {
        return CredentialTypeMetadata.builder()
                .type(type)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName(type + "-display-name")
                .helpText(type + "-help-text");
    }
}
