package io.strongroom.guard;

import io.strongroom.factor.Factors;
import io.strongroom.factor.backupcode.BackupCodeAuthenticatorFactory;
import io.strongroom.flow.NewBrowserConditionFactory;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private final KeycloakSession session;
    private final RealmModel realm;

    AccountConsoleFlow(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * Adds the flow if it is missing, and the steps that a flow created by an older version or for another policy lacks.
     * The new-browser condition makes the console list remembered browsers.
     */
    void addOrUpgrade(PolicyStore policies) {
        AuthenticationFlowModel existing = realm.getFlowByAlias(ALIAS);
        if (existing == null || isCreatedByStrongroom(existing)) {
            AuthenticationFlowModel flow = existing == null ? createFlow() : existing;
            Set<String> present = realm.getAuthenticationExecutionsStream(flow.getId())
                    .map(AuthenticationExecutionModel::getAuthenticator)
                    .collect(Collectors.toSet());
            List<String> missing =
                    steps(policies).filter(step -> !present.contains(step)).toList();
            missing.forEach(
                    step -> addExecution(flow, step, requirement(step), present.size() + missing.indexOf(step)));
        }
    }

    /** Returns the steps of the listed credentials. Keycloak's keys are listed only where the tenant accepts them. */
    private static Stream<String> steps(PolicyStore policies) {
        Stream<String> factors = Factors.all().stream()
                .filter(factor ->
                        !factor.method().isPhishingResistant() || policies.acceptedByAnyTenant(factor.method()))
                .flatMap(factor -> factor.flowStep().stream());
        return Stream.concat(factors, Stream.of(BackupCodeAuthenticatorFactory.ID, NewBrowserConditionFactory.ID));
    }

    private static Requirement requirement(String step) {
        return NewBrowserConditionFactory.ID.equals(step) ? Requirement.REQUIRED : Requirement.ALTERNATIVE;
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
