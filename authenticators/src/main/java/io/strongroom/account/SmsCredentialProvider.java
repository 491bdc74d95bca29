package io.strongroom.account;

import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredential.SetBy;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Method;
import java.util.List;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.credential.CredentialMetadata.LocalizedMessage;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.CredentialTypeMetadata.CredentialTypeMetadataBuilder;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.utils.StringUtil;

/** Provides {@code sms-otp} credentials, and shows the masked number and its data room in the account console. */
final class SmsCredentialProvider extends FactorCredentialProvider {

    SmsCredentialProvider(KeycloakSession session) {
        super(session, SmsCredential.TYPE);
    }

    @Override
    String visibleData(CredentialModel stored) {
        return SmsCredential.of(stored).map(SmsCredential::maskedJson).orElseGet(() -> super.visibleData(stored));
    }

    @Override
    void customize(CredentialTypeMetadataBuilder metadata, UserModel user) {
        metadata.iconCssClass("kcAuthenticatorSmsClass");
        if (new OwnFactors(session()).maySetUp(Method.SMS, user)) {
            metadata.createAction(SmsEnrolActionFactory.ID);
        }
    }

    @Override
    void describe(CredentialModel stored, CredentialMetadata metadata) {
        SmsCredential.of(stored).ifPresent(credential -> {
            name(credential.number().masked().shown(), metadata);
            if (credential.dataRoom() != null) {
                describeRoom(credential.dataRoom(), metadata);
            } else if (credential.setBy() == SetBy.ADMIN) {
                metadata.setInfoMessage("strongroomAccountByAdmin");
            }
        });
    }

    private static void name(String number, CredentialMetadata metadata) {
        CredentialModel shown = metadata.getCredentialModel();
        if (StringUtil.isBlank(shown.getUserLabel())) {
            shown.setUserLabel(number);
        } else if (!shown.getUserLabel().contains(number)) {
            metadata.setInfoProperties(List.of(new LocalizedMessage("strongroomAccountNumber", new Object[] {number})));
        }
    }

    private void describeRoom(String id, CredentialMetadata metadata) {
        GroupModel room = session().groups().getGroupById(session().getContext().getRealm(), id);
        if (room == null) {
            metadata.setInfoMessage("strongroomAccountRoomGone");
        } else {
            metadata.setInfoMessage("strongroomAccountRoom", room.getName());
        }
    }
}
