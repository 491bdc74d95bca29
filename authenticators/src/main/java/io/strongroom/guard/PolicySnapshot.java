package io.strongroom.guard;

import io.strongroom.json.Json;
import io.strongroom.log.Log;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.TenantPolicyWriter;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/**
 * A copy of the realm's policy in the guard's configuration, which realm updates do not overwrite. Used to detect a
 * lost policy and report it in the log, as an admin event and as a health finding.
 */
final class PolicySnapshot {

    private static final Log LOG = Log.of(PolicySnapshot.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final Clock clock;

    PolicySnapshot(KeycloakSession session, RealmModel realm, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.clock = clock;
    }

    /**
     * Reports a policy that is in the copy but no longer in the realm. Must be called before the guard can be
     * unregistered.
     */
    void reportLoss() {
        RequiredActionProviderModel guard = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID);
        if (guard == null || guard.getConfig() == null || !MissingPolicy.isLost(guard.getConfig(), realm)) {
            return;
        }
        Map<String, String> before = new TreeMap<>(guard.getConfig());
        new MissingPolicy(before, clock.instant()).storeIn(realm);
        LOG.warnf(
                "realm %s: the two-factor policy was deleted, or its enforcement attribute was emptied",
                realm.getName());
        emitLoss(before);
    }

    /** Updates the copy. Must be called after the guard has been registered. */
    void update() {
        RequiredActionProviderModel guard = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID);
        Map<String, String> policy = new TenantPolicyWriter(session, realm).stored();
        if (guard != null && !policy.equals(guard.getConfig())) {
            guard.setConfig(new HashMap<>(policy));
            realm.updateRequiredActionProvider(guard);
        }
    }

    private void emitLoss(Map<String, String> before) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(clock.millis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setResourceTypeAsString("TWO_FACTOR");
        event.setOperationType(OperationType.DELETE);
        event.setResourcePath("two-factor/policy");
        AuthDetails unknownUser = new AuthDetails();
        unknownUser.setRealmId(realm.getId());
        unknownUser.setRealmName(realm.getName());
        event.setAuthDetails(unknownUser);
        event.setRepresentation(Json.write(Map.of("before", before)));
        boolean includeRepresentation = realm.isAdminEventsDetailsEnabled();
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, includeRepresentation);
        }
        realm.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(Objects::nonNull)
                .forEach(listener -> listener.onEvent(event, includeRepresentation));
    }
}
