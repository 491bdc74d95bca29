package io.strongroom.account;

import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Method;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.credential.CredentialTypeMetadataContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Makes the credential {@code sms-otp} known to Keycloak's consoles. It verifies nothing: a code belongs to a login. */
public final class SmsCredentialProvider implements CredentialProvider<CredentialModel> {

    private final KeycloakSession session;

    SmsCredentialProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public String getType() {
        return SmsCredential.TYPE;
    }

    @Override
    public CredentialModel createCredential(RealmModel realm, UserModel user, CredentialModel credential) {
        return user.credentialManager().createStoredCredential(credential);
    }

    @Override
    public boolean deleteCredential(RealmModel realm, UserModel user, String credentialId) {
        return user.credentialManager().removeStoredCredentialById(credentialId);
    }

    @Override
    public CredentialModel getCredentialFromModel(CredentialModel model) {
        return model;
    }

    @Override
    public CredentialTypeMetadata getCredentialTypeMetadata(CredentialTypeMetadataContext context) {
        OwnFactors own = new OwnFactors(session);
        CredentialTypeMetadataBuilder metadata = CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("sms-otp-display-name")
                .helpText("sms-otp-help-text")
                .iconCssClass("kcAuthenticatorSmsClass")
                .removeable(own.mayRemove(context.getUser()));
        if (own.maySetUp(Method.SMS)) {
            metadata.createAction(SmsEnrolActionFactory.ID);
        }
        return metadata.build(session);
    }
}
