package io.strongroom.account;

import io.strongroom.factor.browser.RememberedBrowsers;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/** {@code remembered-browser}. Its user may always have it forgotten, and is asked there again (X6). */
final class BrowserCredentialProvider extends StoredCredentialProvider {

    BrowserCredentialProvider(KeycloakSession session) {
        super(session, RememberedBrowsers.TYPE);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        return texts().removeable(context.getUser() != null).build(session());
    }
}
