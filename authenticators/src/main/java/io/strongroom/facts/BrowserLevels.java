package io.strongroom.facts;

import io.strongroom.factor.JoinedSession;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.policy.PolicyEvaluator;
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
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.AuthenticationFlowResolver;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Levels of authentication: which of them the flow for browsers sees to by conditions of its own, and which are left to the guard. */
public final class BrowserLevels {

    private static final Set<String> FACTORS = Set.of(OTPCredentialModel.TYPE, SmsCredential.TYPE, BackupCodes.TYPE);

    private final KeycloakSession session;
    private final AuthenticationSessionModel login;
    private final RealmModel realm;

    public BrowserLevels(KeycloakSession session, AuthenticationSessionModel login) {
        this.session = session;
        this.login = login;
        this.realm = login.getRealm();
    }

    /**
     * Whether the guard sees to a requested level in the session that this login joins, so that the password need not be asked for again:
     * the second factor always, and one level below it where the session has passed one.
     *
     * @param flow that runs
     * @return what is left for the flow to ask of the session: the highest of its own levels below the one requested, or {@link
     *         Constants#NO_LOA}; empty
     *         where the whole level is the flow's
     */
    public OptionalInt leftToFlow(int requested, AuthenticationFlowModel flow) {
        if (requested < 1 || requested > LoginNotes.SECOND_FACTOR_LEVEL) {
            return OptionalInt.empty();
        }
        Set<Integer> levels =
                LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(realm, flow.getId()).keySet();
        boolean isGuards = requested == LoginNotes.SECOND_FACTOR_LEVEL
                ? !levels.contains(requested)
                : levels.isEmpty() && hasPassedFactor();
        return isGuards
                ? OptionalInt.of(levels.stream()
                        .mapToInt(Integer::intValue)
                        .filter(level -> level < requested)
                        .max()
                        .orElse(Constants.NO_LOA))
                : OptionalInt.empty();
    }

    private boolean hasPassedFactor() {
        return JoinedSession.inBrowser(session, realm)
                .map(UserSessionModel::getUser)
                .filter(this::hasPassedFactor)
                .isPresent();
    }

    private boolean hasPassedFactor(UserModel user) {
        return PolicyEvaluator.isSecondFactorPassed(
                new FactsGatherer(session, realm, user, Clock.systemUTC()).inFull(login));
    }

    /** How long the flow's own condition has the level of a second factor last; empty where there is no such condition. */
    public Optional<Duration> maxAgeOfSecondFactor() {
        return Optional.ofNullable(LoAUtil.getLoaMaxAgesConfiguredInRealmFlow(realm, flow().getId())
                        .get(LoginNotes.SECOND_FACTOR_LEVEL))
                .map(Duration::ofSeconds);
    }

    /** Whether what the guard asks for is what the flow asks for at that level, which may also be a key. */
    public boolean isReachedByFactors() {
        return LoAUtil.getCredentialTypesToLoAMap(session, realm, flow()).entrySet().stream()
                .anyMatch(type -> type.getValue() == LoginNotes.SECOND_FACTOR_LEVEL && FACTORS.contains(type.getKey()));
    }

    private AuthenticationFlowModel flow() {
        return AuthenticationFlowResolver.resolveBrowserFlow(login);
    }
}
