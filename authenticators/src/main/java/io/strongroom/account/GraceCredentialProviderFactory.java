package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.facts.GraceStart;
import org.keycloak.credential.CredentialProviderFactory;

/** Creates the provider of {@code two-factor-grace} credentials. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class GraceCredentialProviderFactory extends StoredCredentialProviderFactory {

    public GraceCredentialProviderFactory() {
        super(GraceStart.TYPE, session -> new BookkeepingCredentialProvider(session, GraceStart.TYPE));
    }
}
