package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.email.AddressHistory;
import org.keycloak.credential.CredentialProviderFactory;

/** Creates the provider of {@code two-factor-email} credentials. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class AddressCredentialProviderFactory extends StoredCredentialProviderFactory {

    public AddressCredentialProviderFactory() {
        super(AddressHistory.TYPE, session -> new BookkeepingCredentialProvider(session, AddressHistory.TYPE));
    }
}
