package io.strongroom.guard;

import io.strongroom.factor.backupcode.BackupCodeAuthenticatorFactory;
import io.strongroom.factor.sms.SmsOtpAuthenticatorFactory;
import io.strongroom.flow.NewBrowserConditionFactory;
import java.util.List;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Maintains an authentication flow that no login uses. It is needed because the account console lists a credential
 * type only if a flow of the realm contains its authenticator, and the guard is not an authenticator but a required
 * action.
 */
final class AccountConsoleFlow {

    private static final String ALIAS = "Strongroom factors";
    private static final String DESCRIPTION =
            "Shows Strongroom's factors in the account console; enforcement does not depend on it.";

    private static final List<String> FACTORS = List.of(
            SmsOtpAuthenticatorFactory.ID, OTPFormAuthenticatorFactory.PROVIDER_ID, BackupCodeAuthenticatorFactory.ID);

    private final KeycloakSession session;
    private final RealmModel realm;

    AccountConsoleFlow(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Adds the flow if it is missing. Adds the new-browser condition to a flow created by an older version, so that
     * the console lists remembered browsers.
     */
    void addOrUpgrade() {
        AuthenticationFlowModel existing = realm.getFlowByAlias(ALIAS);
        if (existing == null) {
            AuthenticationFlowModel created = createFlow();
            FACTORS.forEach(factor -> addExecution(created, factor, Requirement.ALTERNATIVE, FACTORS.indexOf(factor)));
            addCondition(created);
        } else if (isCreatedByStrongroom(existing) && !hasCondition(existing)) {
            addCondition(existing);
        }
    }

    private AuthenticationFlowModel createFlow() {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(ALIAS);
        flow.setDescription(DESCRIPTION);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        return realm.addAuthenticationFlow(flow);
    }

    private static boolean isCreatedByStrongroom(AuthenticationFlowModel flow) {
        return DESCRIPTION.equals(flow.getDescription());
    }

    private boolean hasCondition(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .anyMatch(execution -> NewBrowserConditionFactory.ID.equals(execution.getAuthenticator()));
    }

    private void addCondition(AuthenticationFlowModel flow) {
        addExecution(flow, NewBrowserConditionFactory.ID, Requirement.REQUIRED, FACTORS.size());
    }

    private void addExecution(
            AuthenticationFlowModel flow, String authenticator, Requirement requirement, int priority) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow.getId());
        execution.setAuthenticator(authenticator);
        execution.setRequirement(requirement);
        execution.setPriority(priority);
        realm.addAuthenticatorExecution(execution);
    }

    /** Removes the flow, unless an administrator has bound it. */
    void remove() {
        AuthenticationFlowModel flow = realm.getFlowByAlias(ALIAS);
        if (flow != null && isCreatedByStrongroom(flow) && !KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
            List<AuthenticationExecutionModel> executions =
                    realm.getAuthenticationExecutionsStream(flow.getId()).toList();
            executions.forEach(realm::removeAuthenticatorExecution);
            realm.removeAuthenticationFlow(flow);
        }
    }
}
