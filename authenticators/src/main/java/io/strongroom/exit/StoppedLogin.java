package io.strongroom.exit;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
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
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends a request that was about to finish a login although a clause is open: everything it did is rolled back, so that the
 * session it began never exists and one that it joined is as before.
 */
final class StoppedLogin {

    /** Error of the event {@code LOGIN_ERROR}. */
    static final String ERROR = "second_factor_bypassed";

    private static final Log LOG = Log.of(StoppedLogin.class);
    private static final String REASONS = "open_clauses";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserModel user;

    StoppedLogin(KeycloakSession session, RealmModel realm, UserModel user) {
        this.session = session;
        this.realm = realm;
        this.user = user;
    }

    /**
     * Rolls back, and tells administrators: by the log, an event, a counter and a health finding.
     *
     * @param open empty where every rule is met, and only an action waits
     */
    void report(List<Clause> open) {
        session.getTransactionManager().setRollbackOnly();
        String reasons = open.stream()
                .map(clause -> clause.reason().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(","));
        LOG.errorf(
                "realm %s: a login of user %s was about to be finished past a step that waits (%s), and was stopped",
                realm.getName(), user.getId(), reasons);
        Meters.stoppedAtExit();
        countAfterwards();
        EventBuilder event = new EventBuilder(
                        realm, session, session.getContext().getConnection())
                .event(EventType.LOGIN)
                .user(user)
                .detail(Details.USERNAME, user.getUsername())
                .detail(EventDetails.SECOND_FACTOR, missing(open))
                .detail(REASONS, reasons);
        if (session.getContext().getClient() != null) {
            event.client(session.getContext().getClient());
        }
        ErrorEvents.emitAfterTransaction(session, event, ERROR);
    }

    /** The request is rolled back, so it is counted in a transaction of its own. */
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
            LOG.errorf(e, "a login that was stopped at the exit could not be counted");
        }
    }

    /** The first factor that would have done, or null where the user has none. */
    private static String missing(List<Clause> open) {
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
     * Back to the page of the action that waits; else an error page, which never leads back here.
     *
     * @param waiting an enabled action that waits in the login, the guard first
     */
    WebApplicationException page(AuthenticationSessionModel login, Optional<String> waiting) {
        return new WebApplicationException(
                waiting.map(action -> actionPage(login, action)).orElseGet(() -> errorPage(login)));
    }

    /** For a request that belongs to no login. */
    WebApplicationException page() {
        return new WebApplicationException(errorPage(null));
    }

    /** An entity of its own, of some type, or Keycloak's error handler would replace the response. */
    private Response actionPage(AuthenticationSessionModel login, String action) {
        keep(login);
        URI page = LoginActionsService.loginActionsBaseUrl(session.getContext().getUri())
                .path(LoginActionsService.REQUIRED_ACTION)
                .queryParam(Constants.EXECUTION, action)
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(session, login))
                .build(realm.getName());
        return Response.status(Response.Status.FOUND)
                .location(page)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity("")
                .build();
    }

    /**
     * Keycloak has taken the tab out of the browser's logins, in the object that its cache holds: no rollback brings that back. A
     * setter does.
     */
    private static void keep(AuthenticationSessionModel login) {
        login.setAction(login.getAction());
        login.getParentSession().setTimestamp((int) Clock.systemUTC().instant().getEpochSecond());
    }

    private Response errorPage(AuthenticationSessionModel login) {
        return ErrorPage.error(session, login, Response.Status.FORBIDDEN, Messages.ACR_NOT_FULFILLED);
    }
}
