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
 * Registers a credential type with Keycloak, so that imports keep it and consoles show it. Doesn't verify entries,
 * because that is part of a login.
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
     * Returns the credential as listed by Keycloak's admin API, readable by everyone with permission to view the
     * user: without the secret, and only with {@link #visibleData}.
     */
    @Override
    public final CredentialModel getCredentialForPresentationFromModel(CredentialModel stored) {
        CredentialModel shown = stored.shallowClone();
        shown.setCredentialData(visibleData(stored));
        shown.setSecretData(null);
        return shown;
    }

    /** Returns the JSON visible to administrators; empty by default. */
    String visibleData(CredentialModel stored) {
        return "{}";
    }

    /** Returns the metadata for the account console, which needs no stored data. */
    @Override
    public CredentialMetadata getCredentialMetadata(CredentialModel stored, CredentialTypeMetadata type) {
        CredentialModel shown = getCredentialForPresentationFromModel(stored);
        shown.setCredentialData(null);
        CredentialMetadata metadata = new CredentialMetadata();
        metadata.setCredentialModel(shown);
        return metadata;
    }

    /** Returns a builder with the type's display name and help text. */
    final CredentialTypeMetadataBuilder metadata() {
        return CredentialTypeMetadata.builder()
                .type(type)
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName(type + "-display-name")
                .helpText(type + "-help-text");
    }
}
