package io.strongroom.guard;

import com.google.auto.service.AutoService;
import io.strongroom.policy.TenantPolicy;
import io.strongroom.policy.store.ClientRooms;
import io.strongroom.policy.store.OrganizationPolicyWritten;
import io.strongroom.policy.store.OrganizationWatcher;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.provider.PlainFactory;
import java.time.Clock;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * Reconciles the guard when the console, a script or an import adds, changes or removes a policy, and at server
 * start. The listener is global, so no realm has to enable it.
 */
@AutoService(EventListenerProviderFactory.class)
public final class PolicyWatcherFactory implements EventListenerProviderFactory, PlainFactory<EventListenerProvider> {

    public static final String ID = "strongroom-policy-watcher";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new EventListenerProvider() {
            @Override
            public void onEvent(Event event) {
                switch (event.getType()) {
                    case CLIENT_REGISTER, CLIENT_UPDATE -> onClientRegistration(session, event);
                    default -> {}
                }
            }

            @Override
            public void onEvent(AdminEvent event, boolean includeRepresentation) {
                switch (event.getResourceType()) {
                    case REALM, GROUP, ORGANIZATION, ORGANIZATION_GROUP, REQUIRED_ACTION ->
                        Reconciliation.schedule(session, event.getRealmId());
                    default -> {}
                }
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(PolicyWatcherFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        OrganizationWatcher.onProviderEvent(event);
        if (event instanceof PostMigrationEvent started) {
            Reconciliation.ofAllRealms(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            Reconciliation.schedule(
                    created.getKeycloakSession(), created.getCreatedRealm().getId());
        } else if (event instanceof RealmModel.RealmAttributeUpdateEvent changed) {
            if (changed.getAttributeName().startsWith(TenantPolicy.PREFIX)) {
                Reconciliation.schedule(
                        changed.getKeycloakSession(), changed.getRealm().getId());
            }
        } else if (event instanceof OrganizationPolicyWritten written) {
            onWritten(written);
        } else if (event instanceof GroupModel.GroupUpdatedEvent changed) {
            if (changed.getRealm() != null && PolicyStore.hasPolicyAttributes(changed.getGroup())) {
                GroupProblems.logOnCommit(
                        changed.getKeycloakSession(),
                        changed.getRealm().getId(),
                        changed.getGroup().getId());
                Reconciliation.schedule(
                        changed.getKeycloakSession(), changed.getRealm().getId());
            }
        }
    }

    private static void onWritten(OrganizationPolicyWritten written) {
        KeycloakSession session = written.session();
        RealmModel realm = written.realm();
        new OncePerTransaction(session, "policy-copy." + written.organizationId())
                .beforeCommit(
                        () -> new PolicySnapshot(session, realm, Clock.systemUTC()).forget(written.organizationId()));
        Reconciliation.schedule(session, realm.getId());
    }

    private static void onClientRegistration(KeycloakSession session, Event event) {
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm != null && event.getClientId() != null) {
            new ClientRooms(session, realm).markSelfWritten(event.getClientId());
        }
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public String getId() {
        return ID;
    }
}
