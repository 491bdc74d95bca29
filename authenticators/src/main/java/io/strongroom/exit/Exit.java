package io.strongroom.exit;

import io.strongroom.factor.backupcode.BackupCodesEnrolActionFactory;
import io.strongroom.factor.sms.SmsEnrolActionFactory;
import io.strongroom.facts.FactsGatherer;
import io.strongroom.facts.OwnFactors;
import io.strongroom.facts.SatisfiedFacts;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Enforcement;
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
 * Asks the policy once more when a login is finished, and lets nothing out while a clause is open. It takes no other part's word
 * for it: not the guard's, nor a note that says the login is done.
 */
final class Exit {

    /** Asked by the request, not by the policy: a realm without a guard leaves them to Keycloak. */
    private static final Set<Reason> ASKED_BY_REQUEST = EnumSet.of(Reason.APPLICATION_ASKS, Reason.FACTORS_CHANGE);

    private static final List<String> ACTIONS =
            List.of(OwnFactors.GUARD_ID, SmsEnrolActionFactory.ID, BackupCodesEnrolActionFactory.ID);

    private static final String CHECKED = "strongroom.exit.";

    private final KeycloakSession session;
    private final Clock clock;

    Exit(KeycloakSession session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** The clauses that a login still has to close; empty where it may be finished. */
    List<Clause> open(AuthenticationSessionModel login) {
        UserModel user = login.getAuthenticatedUser();
        if (user == null || isWithoutRule(login.getRealm(), user) || isChecked(login)) {
            return List.of();
        }
        Facts facts = SatisfiedFacts.of(session, login)
                .orElseGet(() -> new FactsGatherer(session, login.getRealm(), user, clock).of(login));
        List<Clause> open = open(facts, login.getRealm());
        if (open.isEmpty()) {
            session.setAttribute(key(login), Boolean.TRUE);
        }
        return open;
    }

    /** An action of ours that waits in the login: no page of it may be left but by its own buttons. */
    Optional<String> waiting(AuthenticationSessionModel login) {
        RealmModel realm = login.getRealm();
        return isWithoutRule(realm)
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

    /** The clauses that are open for a session of which no login is known. */
    List<Clause> open(UserSessionModel userSession) {
        RealmModel realm = userSession.getRealm();
        UserModel user = userSession.getUser();
        return isWithoutRule(realm, user)
                ? List.of()
                : open(new FactsGatherer(session, realm, user, clock).of(userSession), realm);
    }

    private static List<Clause> open(Facts facts, RealmModel realm) {
        return PolicyEvaluator.decide(facts).open().stream()
                .filter(clause -> OwnFactors.isGuarded(realm) || !ASKED_BY_REQUEST.contains(clause.reason()))
                .toList();
    }

    /** Costs no SQL: the tokens of a login tell of the user's groups in any case. */
    private boolean isWithoutRule(RealmModel realm, UserModel user) {
        return isWithoutRule(realm)
                && new PolicyStore(session, realm).roomsOf(user).stream().noneMatch(Room::asks);
    }

    private boolean isWithoutRule(RealmModel realm) {
        return !OwnFactors.isGuarded(realm)
                && new PolicyStore(session, realm).tenant().enforcement() == Enforcement.OFF;
    }

    /** Several hooks of one request lead here; Keycloak has cleared notes of the login by the time of the later ones. */
    private boolean isChecked(AuthenticationSessionModel login) {
        return Optional.ofNullable(session.getAttribute(key(login))).isPresent();
    }

    private static String key(AuthenticationSessionModel login) {
        return CHECKED + login.getParentSession().getId() + "." + login.getTabId() + "."
                + login.getAuthenticatedUser().getId();
    }
}
