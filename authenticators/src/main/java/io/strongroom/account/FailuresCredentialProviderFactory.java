package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.FailureRow;
import org.keycloak.credential.CredentialProviderFactory;

/** {@code two-factor-failures}: consoles show the factor and the number of failures, not the authenticator. */
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
