package io.strongroom.account;

import com.google.auto.service.AutoService;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginStep.Input;
import io.strongroom.factor.OtherSessions;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.facts.OwnFactors;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.requiredactions.DeleteCredentialAction;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.Constants;
import org.keycloak.utils.StringUtil;

/**
 * Replaces Keycloak's {@code delete_credential} required action. In realms with a policy, its page also offers to
 * end other sessions (security figure 22). Other realms retain Keycloak's behaviour.
 */
@AutoService(RequiredActionFactory.class)
public final class GuardedDeleteAction extends DeleteCredentialAction {

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        super.requiredActionChallenge(context);
        String id = context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_PARAMETER);
        CredentialModel credential =
                id == null ? null : context.getUser().credentialManager().getStoredCredentialById(id);
        if (credential != null && new OwnFactors(context.getSession()).isGuarded()) {
            context.challenge(LoginStep.of(context, Input.none())
                    .page()
                    .setAttribute("credentialLabel", label(credential, context))
                    .createForm("strongroom-delete.ftl"));
        }
    }

    private static String label(CredentialModel credential, RequiredActionContext context) {
        if (StringUtil.isNotBlank(credential.getUserLabel())) {
            return credential.getUserLabel();
        }
        return Optional.of(credential)
                .filter(stored -> SmsCredential.TYPE.equals(stored.getType()))
                .flatMap(SmsCredential::of)
                .map(sms -> sms.number().masked().shown())
                .orElseGet(() -> name(credential.getType(), context));
    }

    private static String name(String type, RequiredActionContext context) {
        String key = type + "-display-name";
        String name = context.form().getMessage(key);
        return key.equals(name) ? type : name;
    }

    @Override
    public void processAction(RequiredActionContext context) {
        super.processAction(context);
        if (context.getStatus() == RequiredActionContext.Status.SUCCESS
                && new OwnFactors(context.getSession()).isGuarded()) {
            OtherSessions.endIfRequested(context);
        }
    }
}
