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

    /** Before every other action: nothing about an account may change before the second factor was passed. */
    private static final int FIRST = -1000;

    private static final Map<String, Integer> PRIORITIES = Map.of(
            SecondFactorGuardFactory.ID, FIRST, SmsEnrolActionFactory.ID, 60, BackupCodesEnrolActionFactory.ID, 61);
    private static final Map<String, String> NAMES = Map.of(
            SecondFactorGuardFactory.ID, "Second factor (Strongroom)",
            SmsEnrolActionFactory.ID, "Set up codes by text message (Strongroom)",
            BackupCodesEnrolActionFactory.ID, "Make backup codes (Strongroom)");

    private final RealmModel realm;
    private final CurrentRealm current;

    GuardActions(KeycloakSession session, RealmModel realm) {
        this.realm = realm;
        this.current = new CurrentRealm(session, realm);
    }

    /** Registers what is missing and repairs what was disabled, moved or renamed. Idempotent. */
    void register() {
        PRIORITIES.forEach(this::put);
    }

    void unregister() {
        PRIORITIES.keySet().forEach(this::remove);
    }

    private void put(String id, int usual) {
        int priority = id.equals(SecondFactorGuardFactory.ID) ? Math.min(usual, beforeAllOthers()) : usual;
        RequiredActionProviderModel present = current.get().getRequiredActionProviderByAlias(id);
        if (present == null) {
            RequiredActionProviderModel action = new RequiredActionProviderModel();
            action.setAlias(id);
            action.setProviderId(id);
            action.setName(NAMES.get(id));
            action.setEnabled(true);
            action.setPriority(priority);
            current.get().addRequiredActionProvider(action);
            LOG.infof("realm %s: %s registered", realm.getName(), id);
        } else if (!isInPlace(present, id, priority)) {
            present.setProviderId(id);
            present.setEnabled(true);
            present.setPriority(priority);
            current.get().updateRequiredActionProvider(present);
            LOG.warnf("realm %s: %s had been changed and was put back in place", realm.getName(), id);
        }
    }

    /** Administrators can move actions, and Keycloak sorts actions of equal priority by name. */
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

    private void remove(String id) {
        List<RequiredActionProviderModel> ours = realm.getRequiredActionProvidersStream()
                .filter(action -> id.equals(action.getProviderId()))
                .toList();
        ours.forEach(realm::removeRequiredActionProvider);
        if (!ours.isEmpty()) {
            LOG.infof("realm %s: %s unregistered", realm.getName(), id);
        }
    }
}
