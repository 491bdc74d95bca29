package io.strongroom.guard;

import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.factor.sms.SmsOtpAuthenticatorFactory;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import org.jboss.logging.Logger;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * Puts the guard into a realm that has a policy, and takes it out of one that has none: a realm without pays nothing, and the
 * jar can be removed without leaving a login behind that misses its action.
 */
final class GuardRegistration {

    private static final Logger LOG = Logger.getLogger(GuardRegistration.class);

    /** Before every other action: nothing about an account may change before the second factor was passed. */
    private static final int FIRST = -1000;

    private static final int AFTER_THE_GUARD = 60;
    private static final String FLOW = "Strongroom factors";

    private final RealmModel realm;
    private final PolicyStore policies;

    GuardRegistration(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.policies = new PolicyStore(session, realm);
    }

    /** Idempotent; also mends a guard that somebody disabled, moved or renamed. */
    void reconcile() {
        if (!putIntoPlace()) {
            remove(SecondFactorGuardFactory.ID);
            remove(SmsEnrolActionFactory.ID);
            removeFlow();
        }
    }

    /** @return false where there is no policy, and so nothing was done */
    boolean putIntoPlace() {
        if (!policies.anyPolicy()) {
            return false;
        }
        policies.problems().forEach(problem -> LOG.warnf("realm %s: %s", realm.getName(), problem.sentence()));
        put(SecondFactorGuardFactory.ID, "Second factor (Strongroom)", FIRST);
        put(SmsEnrolActionFactory.ID, "Set up codes by text message (Strongroom)", AFTER_THE_GUARD);
        putFlow();
        return true;
    }

    private void put(String id, String name, int priority) {
        RequiredActionProviderModel present = realm.getRequiredActionProviderByAlias(id);
        if (present == null) {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias(id);
            action.setProviderId(id);
            action.setName(name);
            action.setEnabled(true);
            action.setPriority(priority);
            realm.addRequiredActionProvider(action);
            LOG.infof("realm %s: %s registered", realm.getName(), id);
        } else if (!isInPlace(present, id, priority)) {
            present.setProviderId(id);
            present.setEnabled(true);
            present.setPriority(priority);
            realm.updateRequiredActionProvider(present);
            LOG.warnf("realm %s: %s had been changed and was put back in place", realm.getName(), id);
        }
    }

    private boolean isInPlace(RequiredActionProviderModel action, String id, int priority) {
        boolean isGuard = id.equals(SecondFactorGuardFactory.ID);
        boolean inOrder = isGuard ? action.getPriority() == priority : action.getPriority() > FIRST;
        return action.isEnabled() && id.equals(action.getProviderId()) && inOrder;
    }

    private void remove(String id) {
        RequiredActionProviderModel present = realm.getRequiredActionProviderByAlias(id);
        if (present != null) {
            realm.removeRequiredActionProvider(present);
            LOG.infof("realm %s: %s unregistered", realm.getName(), id);
        }
    }

    /** The account console lists a credential type only where some flow names it; the guard is none. */
    private void putFlow() {
        if (realm.getFlowByAlias(FLOW) != null) {
            return;
        }
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(FLOW);
        flow.setDescription("Shows Strongroom's factors in the account console; enforcement does not depend on it.");
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        AuthenticationFlowModel added = realm.addAuthenticationFlow(flow);
        AuthenticationExecutionModel sms = new AuthenticationExecutionModel();
        sms.setParentFlow(added.getId());
        sms.setAuthenticator(SmsOtpAuthenticatorFactory.ID);
        sms.setRequirement(Requirement.ALTERNATIVE);
        sms.setPriority(10);
        realm.addAuthenticatorExecution(sms);
    }

    private void removeFlow() {
        AuthenticationFlowModel flow = realm.getFlowByAlias(FLOW);
        if (flow != null && !isBound(flow)) {
            List<AuthenticationExecutionModel> executions =
                    realm.getAuthenticationExecutionsStream(flow.getId()).toList();
            executions.forEach(realm::removeAuthenticatorExecution);
            realm.removeAuthenticationFlow(flow);
        }
    }

    private boolean isBound(AuthenticationFlowModel flow) {
        return realm.getClientsStream()
                        .anyMatch(client ->
                                client.getAuthenticationFlowBindingOverrides().containsValue(flow.getId()))
                || realm.getBrowserFlow().getId().equals(flow.getId());
    }
}
