package io.strongroom.exit;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginActionsUri;
import io.strongroom.facts.OwnFactors;
import io.strongroom.log.Log;
import io.strongroom.metrics.Meters;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.state.KeycloakOneTimeStore;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * Stops a request that was about to finish a login with an open clause. The transaction is rolled back: a new session is never
 * created, and an existing one stays unchanged.
 */
final class StoppedLogin {

    /** Error code of the {@code LOGIN_ERROR} event. */
    static final String ERROR = "second_factor_bypassed";

    private static final Log LOG = Log.of(StoppedLogin.class);
    private static final String RETURNED = "strongroom.exit.returned";
    private static final String OPEN_CLAUSES = "open_clauses";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    StoppedLogin(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Rolls back and reports the stopped login in the log, an event, a metric and a health finding.
     *
     * @param open the open clauses; empty if every rule is met and only an action is pending
     */
    void report(List<Clause> open) {
        session.getTransactionManager().setRollbackOnly();
        String reasons = open.stream()
                .map(clause -> clause.reason().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(","));
        LOG.errorf(
                "realm %s: stopped a login of user %s that was about to finish before a required step (open clauses: %s)",
                realm.getName(), user.getId(), reasons);
        Meters.countStoppedLogin();
        countAfterwards();
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(EventDetails.SECOND_FACTOR, missingFactor(open))
                .detail(OPEN_CLAUSES, reasons);
        if (session.getContext().getClient() != null) {
            event.client(session.getContext().getClient());
        }
        ErrorEvents.emitAfterTransaction(session, event, ERROR);
    }

    /** Counts the stopped login in a separate transaction, because the request's transaction is rolled back. */
    private void countAfterwards() {
        KeycloakSessionFactory sessions = session.getKeycloakSessionFactory();
        String realmId = realm.getId();
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                count(sessions, realmId);
            }

            @Override
            protected void rollbackImpl() {
                count(sessions, realmId);
            }
        });
    }

    private static void count(KeycloakSessionFactory sessions, String realmId) {
        try {
            KeycloakModelUtils.runJobInTransaction(sessions, counting -> {
                RealmModel realm = counting.realms().getRealm(realmId);
                counting.getContext().setRealm(realm);
                new StoppedLogins(new KeycloakOneTimeStore(counting, realm), realmId, Clock.systemUTC()).add();
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "could not count a stopped login");
        }
    }

    /** Returns the credential type of the first factor the user could have passed, or null if there is none. */
    private static String missingFactor(List<Clause> open) {
        return open.stream()
                .map(Clause::way)
                .filter(Challenge.class::isInstance)
                .map(Challenge.class::cast)
                .flatMap(challenge -> challenge.factors().stream())
                .map(factor -> factor.method().credentialType())
                .findFirst()
                .orElse(null);
    }

    /**
     * Returns a redirect to the pending action's page, or an error page if no action is pending.
     *
     * @param pendingAction an enabled action pending in the login; the guard takes precedence
     */
    WebApplicationException page(AuthenticationSessionModel login, Optional<String> pendingAction) {
        return new WebApplicationException(pendingAction
                .map(action -> actionPage(login, Optional.of(action)))
                .orElseGet(() -> errorPage(login)));
    }

    /**
     * Checks whether every rule was met when Keycloak asked the user for consent. An open clause is then due to a
     * later change to the policy or the user's factors, or to an expired factor. Returns true at most once per login.
     */
    static boolean waitedForConsent(AuthenticationSessionModel login) {
        return Action.OAUTH_GRANT
                        .name()
                        .equals(login.getAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION))
                && OwnFactors.isGuarded(login.getRealm())
                && login.getAuthNote(RETURNED) == null;
    }

    /**
     * Rolls back and returns a redirect to the guard, which handles the open clauses. This is not a bypass, so
     * nothing is reported.
     */
    WebApplicationException returnToGuard(AuthenticationSessionModel login) {
        session.getTransactionManager().setRollbackOnly();
        login.setAuthNote(RETURNED, "true");
        login.addRequiredAction(OwnFactors.GUARD_ID);
        login.setAuthNote(AuthenticationProcessor.CURRENT_AUTHENTICATION_EXECUTION, OwnFactors.GUARD_ID);
        return new WebApplicationException(actionPage(login, Optional.empty()));
    }

    /** Returns an error page for a request without a login. */
    WebApplicationException page() {
        return new WebApplicationException(errorPage(null));
    }

    /**
     * Returns a redirect to the action's page. Without an action, Keycloak evaluates which one is next. Sets an
     * entity and a media type, because Keycloak's error handler replaces responses without them.
     */
    private Response actionPage(AuthenticationSessionModel login, Optional<String> action) {
        restoreTab(login);
        URI page = action.map(id -> LoginActionsUri.action(session, login, id))
                .orElseGet(() -> LoginActionsUri.nextAction(session, login));
        return Response.status(Response.Status.FOUND)
                .location(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity("")
                .build();
    }

    /**
     * Stores the login again. Keycloak has already removed the tab from the browser's logins in the cached object. A
     * rollback does not undo that, but calling a setter does.
     */
    private static void restoreTab(AuthenticationSessionModel login) {
        login.setAction(login.getAction());
        login.getParentSession().setTimestamp((int) Clock.systemUTC().instant().getEpochSecond());
    }

    private Response errorPage(AuthenticationSessionModel login) {
        return ErrorPage.error(session, login, Response.Status.FORBIDDEN, Messages.ACR_NOT_FULFILLED);
    }
}
