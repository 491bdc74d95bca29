package io.strongroom.guard;

import io.strongroom.factor.backupcode.BackupCodeAuthenticatorFactory;
import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.factor.sms.SmsOtpAuthenticatorFactory;
import io.strongroom.flow.NewBrowserConditionFactory;
import io.strongroom.log.Log;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.keycloak.authentication.authenticators.browser.OTPFormAuthenticatorFactory;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.cache.CacheRealmProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Puts the guard into a realm that has a policy, and takes it out of one that has none: a realm without pays nothing, and the
 * jar can be removed without leaving a login behind that misses its action.
 */
final class GuardRegistration {

    private static final Log LOG = Log.of(GuardRegistration.class);

    /** Before every other action: nothing about an account may change before the second factor was passed. */
    private static final int FIRST = -1000;

    private static final Map<String, Integer> ACTIONS = Map.of(
            SecondFactorGuardFactory.ID, FIRST, SmsEnrolActionFactory.ID, 60, BackupCodesEnrolActionFactory.ID, 61);
    private static final Map<String, String> NAMES = Map.of(
            SecondFactorGuardFactory.ID, "Second factor (Strongroom)",
            SmsEnrolActionFactory.ID, "Set up codes by text message (Strongroom)",
            BackupCodesEnrolActionFactory.ID, "Make backup codes (Strongroom)");
    private static final String FLOW = "Strongroom factors";
    private static final String DESCRIPTION =
            "Shows Strongroom's factors in the account console; enforcement does not depend on it.";

    /** Beside them stands a condition, which without a sub-flow decides nothing: it has remembered browsers shown. */
    private static final List<String> FACTORS = List.of(
            SmsOtpAuthenticatorFactory.ID, OTPFormAuthenticatorFactory.PROVIDER_ID, BackupCodeAuthenticatorFactory.ID);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final PolicyStore policies;

    GuardRegistration(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
        this.policies = new PolicyStore(session, realm);
    }

    /** Idempotent; also mends a guard that somebody disabled, moved or renamed. */
    void putIntoPlaceOrRemove() {
        if (policies.anyPolicy()) {
            putIntoPlace();
        } else {
            ACTIONS.keySet().forEach(this::remove);
        }
    }

    void putIntoPlace() {
        if (policies.anyPolicy()) {
            policies.tenant()
                    .problems()
                    .forEach(problem -> LOG.warnf("realm %s: %s", realm.getName(), problem.sentence()));
            ACTIONS.forEach(this::put);
            putFlow();
        }
    }

    /** Apart from the rest: a flow may be in use, and then it stays. */
    void tidyUp() {
        if (!policies.anyPolicy()) {
            removeFlow();
        }
    }

    private void put(String id, int usual) {
        int priority = id.equals(SecondFactorGuardFactory.ID) ? Math.min(usual, beforeAllOthers()) : usual;
        RequiredActionProviderModel present = current().getRequiredActionProviderByAlias(id);
        if (present == null) {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias(id);
            action.setProviderId(id);
            action.setName(NAMES.get(id));
            action.setEnabled(true);
            action.setPriority(priority);
            current().addRequiredActionProvider(action);
            LOG.infof("realm %s: %s registered", realm.getName(), id);
        } else if (!isInPlace(present, id, priority)) {
            present.setProviderId(id);
            present.setEnabled(true);
            present.setPriority(priority);
            current().updateRequiredActionProvider(present);
            LOG.warnf("realm %s: %s had been changed and was put back in place", realm.getName(), id);
        }
    }

    /** Actions can be moved, and Keycloak sorts those of the same priority by their names. */
    private int beforeAllOthers() {
        LongStream others = realm.getRequiredActionProvidersStream()
                .filter(action -> !SecondFactorGuardFactory.ID.equals(action.getProviderId()))
                .mapToLong(RequiredActionProviderModel::getPriority);
        return (int) Math.max(Integer.MIN_VALUE, others.min().orElse(0) - 1);
    }

    private static boolean isInPlace(RequiredActionProviderModel action, String id, int priority) {
        boolean isGuard = id.equals(SecondFactorGuardFactory.ID);
        boolean inOrder = isGuard ? action.getPriority() <= priority : action.getPriority() > FIRST;
        return action.isEnabled() && id.equals(action.getProviderId()) && inOrder;
    }

    /** The realm as the database has it, where a cache still knows a guard that another node has taken out. */
    private RealmModel current() {
        boolean inDatabase = !session.getProvider(JpaConnectionProvider.class)
                .getEntityManager()
                .createQuery(
                        "select a.id from RequiredActionProviderEntity a where a.realm.id = :realm and a.alias = :alias",
                        String.class)
                .setParameter("realm", realm.getId())
                .setParameter("alias", SecondFactorGuardFactory.ID)
                .getResultList()
                .isEmpty();
        boolean inCache = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID) != null;
        CacheRealmProvider cache = session.getProvider(CacheRealmProvider.class);
        if (inCache && !inDatabase && cache != null) {
            cache.registerRealmInvalidation(realm.getId(), realm.getName());
            return session.realms().getRealm(realm.getId());
        }
        return realm;
    }

    private void remove(String id) {
        List<RequiredActionProviderModel> ours = realm.getRequiredActionProvidersStream()
                .filter(action -> id.equals(action.getProviderId()))
                .toList();
        ours.forEach(realm::removeRequiredActionProvider);
        if (!ours.isEmpty()) {
            LOG.infof("realm %s: %s unregistered", realm.getName(), id);
        }
    }

    /** The account console lists a credential type only where some flow names it; the guard is none. */
    private void putFlow() {
        AuthenticationFlowModel present = realm.getFlowByAlias(FLOW);
        if (present == null) {
            AuthenticationFlowModel added = addFlow();
            FACTORS.forEach(factor -> addTo(added, factor, Requirement.ALTERNATIVE, FACTORS.indexOf(factor)));
            addTo(added, NewBrowserConditionFactory.ID, Requirement.REQUIRED, FACTORS.size());
        } else if (isOurs(present) && !hasCondition(present)) {
            addTo(present, NewBrowserConditionFactory.ID, Requirement.REQUIRED, FACTORS.size());
        }
    }

    private AuthenticationFlowModel addFlow() {
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setAlias(FLOW);
        flow.setDescription(DESCRIPTION);
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        flow.setBuiltIn(false);
        return realm.addAuthenticationFlow(flow);
    }

    private static boolean isOurs(AuthenticationFlowModel flow) {
        return DESCRIPTION.equals(flow.getDescription());
    }

    private boolean hasCondition(AuthenticationFlowModel flow) {
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .anyMatch(execution -> NewBrowserConditionFactory.ID.equals(execution.getAuthenticator()));
    }

    private void addTo(AuthenticationFlowModel flow, String authenticator, Requirement requirement, int priority) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setParentFlow(flow.getId());
        execution.setAuthenticator(authenticator);
        execution.setRequirement(requirement);
        execution.setPriority(priority);
        realm.addAuthenticatorExecution(execution);
    }

    private void removeFlow() {
        AuthenticationFlowModel flow = realm.getFlowByAlias(FLOW);
        if (flow != null && isOurs(flow) && !KeycloakModelUtils.isFlowUsed(session, realm, flow)) {
            List<AuthenticationExecutionModel> executions =
                    realm.getAuthenticationExecutionsStream(flow.getId()).toList();
            executions.forEach(realm::removeAuthenticatorExecution);
            realm.removeAuthenticationFlow(flow);
        }
    }
}
