package io.strongroom.guard;

import io.strongroom.log.Log;
import io.strongroom.policy.store.MissingPolicy;
import io.strongroom.policy.store.TenantPolicyWriter;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
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
import org.keycloak.util.JsonSerialization;

/**
 * Remembers a realm's policy with its guard, where an update of the realm does not reach, so that one that disappears is
 * noticed: in the log, as an admin event and by the health note.
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

    /** To be called before the guard is looked at: it may go with the policy. */
    void noticeLoss() {
        RequiredActionProviderModel guard = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID);
        if (guard == null || guard.getConfig() == null || !MissingPolicy.isLost(guard.getConfig(), realm)) {
            return;
        }
        Map<String, String> before = new TreeMap<>(guard.getConfig());
        new MissingPolicy(before, clock.instant()).keepIn(realm);
        LOG.warnf("realm %s: the two-factor policy disappeared, or its enforcement was blanked out", realm.getName());
        tell(before);
    }

    /** To be called once the guard is in its place. */
    void remember() {
        RequiredActionProviderModel guard = realm.getRequiredActionProviderByAlias(SecondFactorGuardFactory.ID);
        Map<String, String> policy = new TenantPolicyWriter(session, realm).stored();
        if (guard != null && !policy.equals(guard.getConfig())) {
            guard.setConfig(new HashMap<>(policy));
            realm.updateRequiredActionProvider(guard);
        }
    }

    private void tell(Map<String, String> before) {
        AdminEvent event = new AdminEvent();
        event.setId(UUID.randomUUID().toString());
        event.setTime(clock.millis());
        event.setRealmId(realm.getId());
        event.setRealmName(realm.getName());
        event.setResourceTypeAsString("TWO_FACTOR");
        event.setOperationType(OperationType.DELETE);
        event.setResourcePath("two-factor/policy");
        AuthDetails nobody = new AuthDetails();
        nobody.setRealmId(realm.getId());
        nobody.setRealmName(realm.getName());
        event.setAuthDetails(nobody);
        event.setRepresentation(json(Map.of("before", before)));
        boolean details = realm.isAdminEventsDetailsEnabled();
        if (realm.isAdminEventsEnabled()) {
            session.getProvider(EventStoreProvider.class).onEvent(event, details);
        }
        realm.getEventsListenersStream()
                .map(id -> session.getProvider(EventListenerProvider.class, id))
                .filter(listener -> listener != null)
                .forEach(listener -> listener.onEvent(event, details));
    }

    private static String json(Map<String, ?> value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException neverInMemory) {
            throw new IllegalStateException(neverInMemory);
        }
    }
}
