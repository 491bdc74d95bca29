package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.browser.RememberedBrowsers;
import org.keycloak.credential.CredentialProviderFactory;

/** Creates the provider of {@code remembered-browser} credentials. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class BrowserCredentialProviderFactory extends StoredCredentialProviderFactory {

    public BrowserCredentialProviderFactory() {
        super(RememberedBrowsers.TYPE, BrowserCredentialProvider::new);
    }
}
