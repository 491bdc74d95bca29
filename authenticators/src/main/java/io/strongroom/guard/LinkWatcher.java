package io.strongroom.guard;

import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.stream.Collectors;
import org.keycloak.broker.provider.AbstractIdentityProvider;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
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
            unlinked(removed);
        }
    }

    /** A login that knows the password only must not take the owner's link away, to put another in its place. */
    private static void unlinked(FederatedIdentityRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (login != null && !new OwnFactors(session).mayChange(removed.getUser(), login)) {
            session.getTransactionManager().setRollbackOnly();
            throw new WebApplicationException(
                    ErrorPage.error(session, login, Response.Status.FORBIDDEN, Messages.ACR_NOT_FULFILLED));
        }
        UnprovenLinks.of(removed.getUser())
                .remove(removed.getUser(), removed.getFederatedIdentity().getIdentityProvider());
    }

    private void linked(FederatedIdentityCreatedEvent created) {
        KeycloakSession session = created.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        boolean byTheUser = login != null && !isNewUser(login);
        if (byTheUser && new OwnFactors(session).isGuarded() && !isSecondFactorPassed(created, login)) {
            String provider = created.getFederatedIdentity().getIdentityProvider();
            UnprovenLinks unproven = UnprovenLinks.of(created.getUser());
            BeforeLink before = unproven.before().orElseGet(() -> accountOf(created));
            if (unproven.add(created.getUser(), provider, before, clock.instant())) {
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

    /** Keycloak publishes the event before the provider's mappers run. */
    private BeforeLink accountOf(FederatedIdentityCreatedEvent created) {
        Facts facts = gatherer(created).ofUser();
        return new BeforeLink(
                facts.user().exempt(),
                facts.user().required(),
                new PhoneNumberAttribute(created.getKeycloakSession(), created.getUser()).vouchedValues(),
                facts.rooms().stream()
                        .filter(Facts.Room::administrator)
                        .map(Facts.Room::id)
                        .collect(Collectors.toSet()));
    }

    private FactsGatherer gatherer(FederatedIdentityCreatedEvent created) {
        return new FactsGatherer(created.getKeycloakSession(), created.getRealm(), created.getUser(), clock);
    }

    private boolean isSecondFactorPassed(FederatedIdentityCreatedEvent created, AuthenticationSessionModel login) {
        return PolicyEvaluator.isSecondFactorPassed(gatherer(created).of(login));
    }
}
