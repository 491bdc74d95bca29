package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.sms.SmsCredential;
import org.keycloak.credential.CredentialProviderFactory;

/** {@code sms-otp}. */
@AutoService(CredentialProviderFactory.class)
@SuppressWarnings("rawtypes")
public final class SmsCredentialProviderFactory extends StoredCredentialProviderFactory {

    public SmsCredentialProviderFactory() {
        super(SmsCredential.TYPE, SmsCredentialProvider::new);
    }
}
