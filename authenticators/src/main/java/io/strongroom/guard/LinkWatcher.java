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
 * Notices links to identity providers that users make by themselves. Keycloak makes them before the guard is asked, so a link
 * could otherwise carry somebody else's second factor into the account, in this login or in a later one.
 */
final class LinkWatcher {

    private final Clock clock;

    LinkWatcher(Clock clock) {
        this.clock = clock;
    }

    void onProviderEvent(ProviderEvent event) {
        if (event instanceof FederatedIdentityCreatedEvent created) {
            linked(created);
        } else if (event instanceof FederatedIdentityRemovedEvent removed) {
            UnprovenLinks.of(removed.getUser())
                    .remove(removed.getUser(), removed.getFederatedIdentity().getIdentityProvider());
        }
    }

    private void linked(FederatedIdentityCreatedEvent created) {
        KeycloakSession session = created.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        boolean byTheUser = login != null && !isNewUser(login);
        if (byTheUser && new OwnFactors(session).isGuarded() && !isSecondFactorPassed(created, login)) {
            String provider = created.getFederatedIdentity().getIdentityProvider();
            if (UnprovenLinks.of(created.getUser()).add(created.getUser(), provider, clock.instant())) {
                tell(created, login, provider);
            }
        }
    }

    private static void tell(FederatedIdentityCreatedEvent created, AuthenticationSessionModel login, String provider) {
        KeycloakSession session = created.getKeycloakSession();
        new EventBuilder(created.getRealm(), session, session.getContext().getConnection())
                .event(EventType.UPDATE_CREDENTIAL)
                .client(login.getClient())
                .user(created.getUser())
                .detail(Details.CREDENTIAL_TYPE, UnprovenLinks.TYPE)
                .detail(Details.IDENTITY_PROVIDER, provider)
                .success();
    }

    /** An account that the provider's login has made has nobody else's factors. */
    private static boolean isNewUser(AuthenticationSessionModel login) {
        return "true".equals(login.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    private boolean isSecondFactorPassed(FederatedIdentityCreatedEvent created, AuthenticationSessionModel login) {
        return PolicyEvaluator.isSecondFactorPassed(
                new FactsGatherer(created.getKeycloakSession(), created.getRealm(), created.getUser(), clock)
                        .of(login));
    }
}
