package io.strongroom.account;

import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Method;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;

/** {@code sms-otp}. */
final class SmsCredentialProvider extends StoredCredentialProvider {

    SmsCredentialProvider(KeycloakSession session) {
        super(session, SmsCredential.TYPE);
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        OwnFactors own = new OwnFactors(session());
        CredentialTypeMetadataBuilder metadata =
                texts().iconCssClass("kcAuthenticatorSmsClass").removeable(own.mayRemove(context.getUser()));
        if (own.maySetUp(Method.SMS)) {
            metadata.createAction(SmsEnrolActionFactory.ID);
        }
        return metadata.build(session());
    }
}
