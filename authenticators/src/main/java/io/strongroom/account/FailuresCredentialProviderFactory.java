package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.FailureRow;
import org.keycloak.credential.CredentialProviderFactory;

/**
 * Creates the provider of {@code two-factor-failures} credentials, which shows only the factor and the failure
 * count in consoles.
 */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class FailuresCredentialProviderFactory extends StoredCredentialProviderFactory {

    public FailuresCredentialProviderFactory() {
        super(
                FailureRow.TYPE,
                session -> new BookkeepingCredentialProvider(
                        session,
                        FailureRow.TYPE,
                        stored -> FailureRow.of(stored).map(FailureRow::countJson)));
    }
}
