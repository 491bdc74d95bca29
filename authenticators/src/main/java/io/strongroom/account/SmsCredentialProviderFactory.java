package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.sms.SmsCredential;
import org.keycloak.credential.CredentialProviderFactory;
import org.keycloak.models.KeycloakSession;

@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class SmsCredentialProviderFactory implements CredentialProviderFactory<SmsCredentialProvider> {

    @Override
    public SmsCredentialProvider create(KeycloakSession session) {
        return new SmsCredentialProvider(session);
    }

    @Override
    public String getId() {
        return SmsCredential.TYPE;
    }
}
