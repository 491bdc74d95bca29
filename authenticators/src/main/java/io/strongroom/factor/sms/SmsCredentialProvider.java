package io.strongroom.factor.sms;

import io.strongroom.factor.sms.SmsCredential.SetBy;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialProvider;
import org.keycloak.credential.CredentialTypeMetadata;
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
        return CredentialTypeMetadata.builder()
                .type(getType())
                .category(CredentialTypeMetadata.Category.TWO_FACTOR)
                .displayName("sms-otp-display-name")
                .helpText("sms-otp-help-text")
                .iconCssClass("kcAuthenticatorSmsClass")
                .createAction("sms-otp-enrol")
                .removeable(mayRemove(context.getUser()))
                .build(session);
    }

    /** Users remove what they set up themselves, where nothing demands it; the rest is for administrators. */
    private boolean mayRemove(UserModel user) {
        if (user == null) {
            return false;
        }
        PolicyStore policies = new PolicyStore(session, session.getContext().getRealm());
        return policies.tenant().enforcement() != Enforcement.REQUIRED
                && policies.roomsOf(user).stream()
                        .noneMatch(room -> room.policy().enforced())
                && new SmsCredentials(user, Clock.systemUTC())
                        .trusted().stream().allMatch(credential -> credential.setBy() == SetBy.USER);
    }
}
