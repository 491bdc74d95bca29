package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.link.UnprovenLinks;
import org.keycloak.credential.CredentialProviderFactory;

/** {@code two-factor-unproven-link}. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class UnprovenLinkCredentialProviderFactory extends StoredCredentialProviderFactory {

    public UnprovenLinkCredentialProviderFactory() {
        super(UnprovenLinks.TYPE, session -> new BookkeepingCredentialProvider(session, UnprovenLinks.TYPE));
    }
}
