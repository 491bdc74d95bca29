package io.strongroom.guard;

import io.strongroom.facts.FactsGatherer;
import io.strongroom.facts.OwnFactors;
import io.strongroom.facts.UnprovenLinks;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Marks links to identity providers that users create without a second factor. Keycloak creates links before the guard runs.
 * Without the mark, somebody else's second factor at the provider would count for the account, in this login or a later one.
 */
final class LinkWatcher {

    private final Clock clock;

    LinkWatcher(Clock clock) {
        this.clock = clock;
    }

    void onProviderEvent(ProviderEvent event) {
        if (event instanceof FederatedIdentityCreatedEvent created) {
            onLinked(created);
        } else if (event instanceof FederatedIdentityRemovedEvent removed) {
            UnprovenLinks.of(removed.getUser())
                    .remove(removed.getUser(), removed.getFederatedIdentity().getIdentityProvider());
        }
    }

    private void onLinked(FederatedIdentityCreatedEvent created) {
        KeycloakSession session = created.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        boolean isAddedByUser = login != null && !isNewUser(login);
        if (isAddedByUser && new OwnFactors(session).isGuarded() && !isSecondFactorPassed(created, login)) {
            String provider = created.getFederatedIdentity().getIdentityProvider();
            if (UnprovenLinks.of(created.getUser()).add(created.getUser(), provider, clock.instant())) {
                emitLinked(created, login, provider);
            }
        }
    }

    private static void emitLinked(
            FederatedIdentityCreatedEvent created, AuthenticationSessionModel login, String provider) {
        KeycloakSession session = created.getKeycloakSession();
        new EventBuilder(created.getRealm(), session, session.getContext().getConnection())
                .event(EventType.UPDATE_CREDENTIAL)
                .client(login.getClient())
                .user(created.getUser())
                .detail(Details.CREDENTIAL_TYPE, UnprovenLinks.TYPE)
                .detail(Details.IDENTITY_PROVIDER, provider)
                .success();
    }

    /** Checks whether this login created the account: such an account has no factors to protect yet. */
    private static boolean isNewUser(AuthenticationSessionModel login) {
        return "true".equals(login.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    private boolean isSecondFactorPassed(FederatedIdentityCreatedEvent created, AuthenticationSessionModel login) {
        return PolicyEvaluator.isSecondFactorPassed(
                new FactsGatherer(created.getKeycloakSession(), created.getRealm(), created.getUser(), clock)
                        .of(login));
    }
}
