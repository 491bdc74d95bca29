package io.strongroom.account;

import com.webauthn4j.converter.util.ObjectConverter;
import io.strongroom.factor.webauthn.KeyKind;
import org.keycloak.authentication.authenticators.browser.WebAuthnMetadataService;
import org.keycloak.credential.CredentialInput;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.credential.WebAuthnCredentialProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Replaces Keycloak's provider for security keys. In realms with a policy, it limits answers and records them for the
 * guard. Other realms retain Keycloak's behaviour.
 */
final class GuardedSecurityKeyProvider extends WebAuthnCredentialProvider {

    private final KeycloakSession keycloak;
    private final GuardedKey guarded;

    GuardedSecurityKeyProvider(KeycloakSession session, WebAuthnMetadataService metadata, ObjectConverter converter) {
        super(session, metadata, converter);
        this.keycloak = session;
        this.guarded = new GuardedKey(session, KeyKind.SECURITY_KEY);
    }

    @Override
    public boolean isValid(RealmModel realm, UserModel user, CredentialInput input) {
        return new WebAuthnEntry(keycloak, realm, user, getType(), input)
                .isValid(() -> super.isValid(realm, user, input));
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, WebAuthnCredentialModel credential) {
        guarded.beforeCreation(user);
        CredentialModel created = super.createCredential(realm, user, credential);
        guarded.afterCreation(user, created);
        return created;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return guarded.typeMetadata(super.getCredentialTypeMetadata(context), context);
    }

    @Override
    public CredentialMetadata getCredentialMetadata(WebAuthnCredentialModel credential, CredentialTypeMetadata type) {
        CredentialMetadata metadata = super.getCredentialMetadata(credential, type);
        guarded.explain(metadata);
        return metadata;
    }
}
