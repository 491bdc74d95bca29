package io.strongroom.guard;

import io.strongroom.context.UserContext;
import io.strongroom.factor.email.EmailAddress;
import io.strongroom.factor.link.BeforeLink;
import io.strongroom.factor.link.UnprovenLinks;
import io.strongroom.factor.sms.attribute.PhoneNumberAttribute;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.store.NamedRole;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.authenticators.broker.IdpConfirmOverrideLinkAuthenticator;
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
 * Marks identity provider links created by users without a second factor. Keycloak creates links before the guard
 * runs. Without the mark, another person's second factor at the provider would count for the account, in this login
 * or a later one.
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
            onUnlinked(removed);
        }
    }

    /**
     * Handles a removed link. Prevents a login without a second factor from replacing the owner's link with another
     * one.
     */
    private void onUnlinked(FederatedIdentityRemovedEvent removed) {
        KeycloakSession session = removed.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        if (isReplaced(login) && !new OwnFactors(session).mayChange(removed.getUser(), login)) {
            session.getTransactionManager().setRollbackOnly();
            throw new WebApplicationException(
                    ErrorPage.error(session, login, Response.Status.FORBIDDEN, Messages.ACR_NOT_FULFILLED));
        }
        removeMark(
                new UserContext(session, removed.getRealm(), removed.getUser(), clock),
                removed.getFederatedIdentity().getIdentityProvider());
    }

    private static boolean isReplaced(AuthenticationSessionModel login) {
        return login != null && "true".equals(login.getAuthNote(IdpConfirmOverrideLinkAuthenticator.OVERRIDE_LINK));
    }

    /**
     * Removes the mark of a link, unless the link has left data in the account that affects whether its user is
     * asked for a factor.
     */
    private static void removeMark(UserContext context, String provider) {
        UnprovenLinks unproven = UnprovenLinks.of(context.user());
        Optional<BeforeLink> before = unproven.before();
        unproven.remove(context.user(), provider);
        before.filter(account -> !account.equals(accountOf(context)))
                .ifPresent(account ->
                        UnprovenLinks.of(context.user()).add(context.user(), provider, account, context.now()));
    }

    private void onLinked(FederatedIdentityCreatedEvent created) {
        KeycloakSession session = created.getKeycloakSession();
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        boolean isAddedByUser = login != null && !isNewUser(login);
        if (isAddedByUser && new OwnFactors(session).isGuarded() && !isSecondFactorPassed(created, login)) {
            String provider = created.getFederatedIdentity().getIdentityProvider();
            UnprovenLinks unproven = UnprovenLinks.of(created.getUser());
            BeforeLink before = unproven.before().orElseGet(() -> accountOf(contextOf(created)));
            if (unproven.add(created.getUser(), provider, before, clock.instant())) {
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

    /** Checks whether this login created the account, which then has no factors to protect yet. */
    private static boolean isNewUser(AuthenticationSessionModel login) {
        return "true".equals(login.getAuthNote(AbstractIdentityProvider.BROKER_REGISTERED_NEW_USER));
    }

    /**
     * Returns the account's current data, which is still the data from before the link: Keycloak publishes the
     * event of a new link before the provider's mappers run.
     */
    private static BeforeLink accountOf(UserContext context) {
        Facts facts = new FactsGatherer(context).ofUser();
        Set<String> roles = context.tenant().roleMethods().byRole().keySet();
        return new BeforeLink(
                facts.user().exempt(),
                facts.user().required(),
                new PhoneNumberAttribute(context.session(), context.user()).trustedValues(),
                facts.rooms().stream()
                        .filter(Facts.Room::administrator)
                        .map(Facts.Room::id)
                        .collect(Collectors.toSet()),
                facts.rooms().stream().map(Facts.Room::id).collect(Collectors.toSet()),
                roles.stream()
                        .filter(role -> NamedRole.isHeld(context.session(), context.realm(), role, context.user()))
                        .collect(Collectors.toSet()),
                EmailAddress.verifiedOf(context.user()).map(EmailAddress::id).orElse(""));
    }

    private UserContext contextOf(FederatedIdentityCreatedEvent created) {
        return new UserContext(created.getKeycloakSession(), created.getRealm(), created.getUser(), clock);
    }

    private boolean isSecondFactorPassed(FederatedIdentityCreatedEvent created, AuthenticationSessionModel login) {
        return PolicyEvaluator.isSecondFactorPassed(new FactsGatherer(contextOf(created)).of(login));
    }
}
