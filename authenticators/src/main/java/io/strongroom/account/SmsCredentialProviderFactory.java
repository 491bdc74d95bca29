package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.sms.SmsCredential;
import org.keycloak.credential.CredentialProviderFactory;

/** Creates the provider of {@code sms-otp} credentials. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class SmsCredentialProviderFactory extends StoredCredentialProviderFactory {

    public SmsCredentialProviderFactory() {
        super(SmsCredential.TYPE, SmsCredentialProvider::new);
    }
}
