package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.link.UnprovenLinks;
import org.keycloak.credential.CredentialProviderFactory;

/** Creates the provider of {@code two-factor-unproven-link} credentials. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class UnprovenLinkCredentialProviderFactory extends StoredCredentialProviderFactory {

    public UnprovenLinkCredentialProviderFactory() {
        super(UnprovenLinks.TYPE, session -> new BookkeepingCredentialProvider(session, UnprovenLinks.TYPE));
    }
}
