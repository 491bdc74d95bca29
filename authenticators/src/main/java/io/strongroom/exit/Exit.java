package io.strongroom.exit;

import io.strongroom.context.UserContext;
import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.facts.GatheredFacts;
import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.Reason;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Evaluates the policy again when a login is about to finish. It trusts neither the guard nor a login note saying
 * that the second factor was passed.
 */
final class Exit {

    /**
     * Reasons of clauses that the request opens, not the policy. In a realm without a guard, Keycloak handles such
     * requests.
     */
    private static final Set<Reason> OPENED_BY_REQUEST = EnumSet.of(Reason.APPLICATION_ASKS, Reason.FACTORS_CHANGE);

    private static final List<String> ACTIONS =
            List.of(OwnFactors.GUARD_ID, SmsEnrolActionFactory.ID, BackupCodesEnrolActionFactory.ID);

    private static final String CHECKED_PREFIX = "strongroom.exit.";

    private final KeycloakSession session;
    private final Clock clock;

    Exit(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** Returns the login's open clauses; empty if it may finish. */
    List<Clause> open(AuthenticationSessionModel login) {
        UserModel user = login.getAuthenticatedUser();
        if (user == null || hasNoRule(login.getRealm(), user) || isChecked(login)) {
            return List.of();
        }
        Facts facts = GatheredFacts.satisfied(session, login)
                .orElseGet(() -> new FactsGatherer(new UserContext(session, login.getRealm(), user, clock)).of(login));
        List<Clause> open = open(facts, login.getRealm());
        if (open.isEmpty()) {
            session.setAttribute(key(login), Boolean.TRUE);
        }
        return open;
    }

    /**
     * Returns a Strongroom action that is still pending in the login and must be completed first; empty if there is
     * none.
     */
    Optional<String> pendingAction(AuthenticationSessionModel login) {
        RealmModel realm = login.getRealm();
        UserModel user = login.getAuthenticatedUser();
        return user == null || hasNoRule(realm, user)
                ? Optional.empty()
                : ACTIONS.stream()
                        .filter(login.getRequiredActions()::contains)
                        .filter(action -> isEnabled(realm, action))
                        .findFirst();
    }

    private static boolean isEnabled(RealmModel realm, String action) {
        RequiredActionProviderModel registered = realm.getRequiredActionProviderByAlias(action);
        return registered != null && registered.isEnabled();
    }

    /** Returns the open clauses for a session without a login. */
    List<Clause> open(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        UserModel user = userSession.getUser();
        return hasNoRule(realm, user)
                ? List.of()
                : open(new FactsGatherer(new UserContext(session, realm, user, clock)).of(userSession), realm);
    }

    private static List<Clause> open(Facts facts, RealmModel realm) {
        return PolicyEvaluator.decide(facts).open().stream()
                .filter(clause -> OwnFactors.isGuarded(realm) || !OPENED_BY_REQUEST.contains(clause.reason()))
                .toList();
    }

    /**
     * Returns whether no rule can apply to the user. Runs no additional SQL, because Keycloak loads the user's
     * groups for the tokens anyway, and organizations are cached with the user.
     */
    private boolean hasNoRule(RealmModel realm, UserModel user) {
        PolicyStore policies = new PolicyStore(session, realm);
        return !OwnFactors.isGuarded(realm)
                && !policies.tenancyOf(user).isOn()
                && policies.roomsOf(user).stream().noneMatch(Room::asks);
    }

    /**
     * Returns whether this request has already checked the login. Several hooks run in one request, and Keycloak
     * clears the login's notes before the later ones run.
     */
    private boolean isChecked(AuthenticationSessionModel login) {
        return Optional.ofNullable(session.getAttribute(key(login))).isPresent();
    }

    private static String key(AuthenticationSessionModel login) {
        return CHECKED_PREFIX + login.getParentSession().getId() + "." + login.getTabId() + "."
                + login.getAuthenticatedUser().getId();
    }
}
