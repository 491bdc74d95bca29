package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.policy.Method;
import io.strongroom.policy.PolicyEvaluator;
import io.strongroom.policy.store.PolicyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.keycloak.authentication.authenticators.util.LoAUtil;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Decides which authentication levels the browser flow handles, through its level conditions, and which ones the
 * guard handles.
 */
public final class BrowserLevels {

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    public BrowserLevels(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.realm = login.getRealm();
    }

    /**
     * Checks whether the guard handles a requested level in the session joined by this login, so that the user
     * doesn't have to reenter the password. The guard handles the second-factor level, and the level of factors that
     * resist phishing if the tenant accepts one, if the flow has no condition for it. It handles level 1 if the flow has
     * no level conditions at all and the user has passed a factor in the session.
     *
     * @param flow the running flow
     * @return if the guard handles the level: the level still to be checked by the flow, which is the flow's highest
     *         level below the requested one, or {@link Constants#NO_LOA}. Empty if the flow handles the requested level
     *         itself
     */
    public OptionalInt leftToFlow(int requested, AuthenticationFlowModel flow) {
        if (requested < 1 || requested > highestOfGuard()) {
            return OptionalInt.empty();
        }
        Set<Integer> levels =
                LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(realm, flow.getId()).keySet();
        boolean isHandledByGuard = requested >= LoginNotes.SECOND_FACTOR_LEVEL
                ? !levels.contains(requested)
                : levels.isEmpty() && hasPassedFactor();
        return isHandledByGuard
                ? OptionalInt.of(levels.stream()
                        .mapToInt(Integer::intValue)
                        .filter(level -> level < requested)
                        .max()
                        .orElse(Constants.NO_LOA))
                : OptionalInt.empty();
    }

    private int highestOfGuard() {
        PolicyStore policies = new PolicyStore(session, realm);
        boolean acceptsResistant = Method.values().stream()
                .anyMatch(method -> method.isPhishingResistant() && policies.acceptedByAnyTenant(method));
        return acceptsResistant ? LoginNotes.PHISHING_RESISTANT_LEVEL : LoginNotes.SECOND_FACTOR_LEVEL;
    }

    private boolean hasPassedFactor() {
        return JoinedSession.inBrowser(session, realm)
                .map(UserSessionModel::getUser)
                .filter(this::hasPassedFactor)
                .isPresent();
    }

    private boolean hasPassedFactor(UserModel user) {
        return PolicyEvaluator.isSecondFactorPassed(
                new FactsGatherer(new UserContext(session, realm, user, Clock.systemUTC())).inFull(login));
    }

    /** Returns the maximum age from the flow's condition for a level; empty if there is no such condition. */
    public Optional<Duration> maxAgeOf(int level) {
        return Optional.ofNullable(LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(realm, flow().getId())
                        .get(level))
                .map(Duration::ofSeconds);
    }

    /**
     * Checks whether the factor passed in the guard is what the flow asks for at a level: a key if it asks for one, and
     * otherwise any of the guard's factors.
     */
    public boolean isReached(int level, boolean byPhishingResistant) {
        return LoAUtil.getCredentialTypesToLoAMap(session, realm, flow()).entrySet().stream()
                .anyMatch(type -> type.getValue() == level && isReached(type.getKey(), byPhishingResistant));
    }

    private static boolean isReached(String type, boolean byPhishingResistant) {
        return BackupCodes.TYPE.equals(type)
                || Method.ofCredentialType(type)
                        .filter(asked -> byPhishingResistant || !asked.isPhishingResistant())
                        .isPresent();
    }

    private AuthenticationFlowModel flow() {
        return AuthenticationFlowResolver.resolveBrowserFlow(login);
    }
}
