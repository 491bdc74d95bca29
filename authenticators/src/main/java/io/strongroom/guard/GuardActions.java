package io.strongroom.guard;

import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.log.Log;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Registers Strongroom's required actions in a realm: the guard and the two set-up actions. */
final class GuardActions {

    private static final Log LOG = Log.of(GuardActions.class);

    /**
     * Priority of the guard. It precedes every other action, because users must pass the second factor before they
     * can change anything in an account.
     */
    private static final int FIRST = -1000;

    private static final Map<String, Integer> PRIORITIES = Map.of(
            SecondFactorGuardFactory.ID, FIRST, SmsEnrolActionFactory.ID, 60, BackupCodesEnrolActionFactory.ID, 61);
    private static final Map<String, String> NAMES = Map.of(
            SecondFactorGuardFactory.ID, "Second factor (Strongroom)",
            SmsEnrolActionFactory.ID, "Set up codes by text message (Strongroom)",
            BackupCodesEnrolActionFactory.ID, "Make backup codes (Strongroom)");

    private final RealmModel realm;
    private final CurrentRealm currentRealm;

    GuardActions(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.currentRealm = new CurrentRealm(session, realm);
    }

    /**
     * Registers missing actions, and restores actions that were disabled, moved or assigned another provider.
     * Idempotent.
     */
    void register() {
        PRIORITIES.forEach(this::register);
    }

    void unregister() {
        PRIORITIES.keySet().forEach(this::unregister);
    }

    private void register(String id, int defaultPriority) {
        int priority =
                id.equals(SecondFactorGuardFactory.ID) ? Math.min(defaultPriority, beforeAllOthers()) : defaultPriority;
        RequiredActionProviderModel existing = currentRealm.get().getRequiredActionProviderByAlias(id);
        if (existing == null) {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias(id);
            action.setProviderId(id);
            action.setName(NAMES.get(id));
            action.setEnabled(true);
            action.setPriority(priority);
            currentRealm.get().addRequiredActionProvider(action);
            LOG.infof("realm %s: registered required action %s", realm.getName(), id);
        } else if (!isIntact(existing, id, priority)) {
            existing.setProviderId(id);
            existing.setEnabled(true);
            existing.setPriority(priority);
            currentRealm.get().updateRequiredActionProvider(existing);
            LOG.warnf("realm %s: restored required action %s after a change to its settings", realm.getName(), id);
        }
    }

    /**
     * Returns a priority lower than that of every other action. A fixed priority is not enough: administrators can
     * move actions, and Keycloak sorts actions of equal priority by name.
     */
    private int beforeAllOthers() {
        LongStream others = realm.getRequiredActionProvidersStream()
                .filter(action -> !SecondFactorGuardFactory.ID.equals(action.getProviderId()))
                .mapToLong(RequiredActionProviderModel::getPriority);
        return (int) Math.max(Integer.MIN_VALUE, others.min().orElse(0) - 1);
    }

    private static boolean isIntact(RequiredActionProviderModel action, String id, int priority) {
        boolean isGuard = id.equals(SecondFactorGuardFactory.ID);
        boolean isInOrder = isGuard ? action.getPriority() <= priority : action.getPriority() > FIRST;
        return action.isEnabled() && id.equals(action.getProviderId()) && isInOrder;
    }

    private void unregister(String id) {
        List<RequiredActionProviderModel> registered = realm.getRequiredActionProvidersStream()
                .filter(action -> id.equals(action.getProviderId()))
                .toList();
        registered.forEach(realm::removeRequiredActionProvider);
        if (!registered.isEmpty()) {
            LOG.infof("realm %s: unregistered required action %s", realm.getName(), id);
        }
    }
}
