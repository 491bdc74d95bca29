package io.strongroom.account;

import io.strongroom.factor.browser.RememberedBrowsers;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/**
 * Provides {@code remembered-browser} credentials. Users may always remove one; logins from that browser then
 * require a factor again (X6).
 */
final class BrowserCredentialProvider extends StoredCredentialProvider {

    BrowserCredentialProvider(KeycloakSession session) {
        super(session, RememberedBrowsers.TYPE);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return metadata().removeable(context.getUser() != null).build(session());
    }
}
