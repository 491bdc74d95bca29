package io.strongroom.facts;

import io.strongroom.context.UserContext;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.backupcode.RecoveryCodes;
import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Facts;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Decides which second-factor steps the running flow skips in favour of the guard, so that users pass only one
 * challenge, on a page with all of their factors. A sub-flow skips either all of its steps or none: Keycloak offers
 * all of the user's stored credentials, and fails if only some of the steps are available. Ignores the login
 * request's parameters, which an attacker who knows the password could otherwise use to skip a security key.
 */
public final class SkippedFlowSteps {

    private final KeycloakSession session;
    private final RealmModel realm;

    public SkippedFlowSteps(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /**
     * Checks whether the running flow skips the steps for this credential type.
     *
     * @param type credential type verified by a step
     */
    public boolean contain(String type, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return new OwnFactors(session).isGuarded()
                && !isPostBrokerLogin(login)
                && RunningFlow.of(session, login)
                        .filter(flow -> isSkipped(type, flow, user, login))
                        .isPresent();
    }

    /**
     * Checks whether the login runs a post-broker flow. Keycloak sets the login's identity provider only after this
     * flow, so the guard's decision can't be predicted yet.
     */
    private static boolean isPostBrokerLogin(AuthenticationSessionModel login) {
        return login != null
                && LoginActionsService.POST_BROKER_LOGIN_PATH.equals(
                        login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
    }

    private boolean isSkipped(
            String type, AuthenticationFlowModel flow, UserModel user, AuthenticationSessionModel login) {
        List<SecondFactorSteps> subFlows = SecondFactorSteps.in(session, realm, flow, type);
        if (subFlows.isEmpty() || !subFlows.stream().allMatch(SecondFactorSteps::isSkippable)) {
            return false;
        }
        Facts facts =
                new FactsGatherer(new UserContext(session, realm, user, Clock.systemUTC())).withoutRequests(login);
        return subFlows.stream()
                .allMatch(steps -> flow.isBuiltIn()
                        ? isHandledByGuard(steps, facts, user)
                        : isAskedAgainByGuard(steps, facts, user));
    }

    /**
     * Checks whether the guard replaces built-in steps. No administrator configured these steps, so the guard
     * replaces them whenever the policy applies.
     */
    private static boolean isHandledByGuard(SecondFactorSteps steps, Facts facts, UserModel user) {
        if (hasKey(steps, user) && isOnlyAskedForUnacceptedKey(facts)) {
            return false;
        }
        return PolicyEvaluator.handlesSecondFactor(facts)
                || facts.tenant().enforcement() != Enforcement.OFF
                        && has(user, OTPCredentialModel.TYPE)
                        && !hasKey(steps, user);
    }

    /** Checks whether the guard would ask for a key that no rule accepts, which the flow asks for as well. */
    private static boolean isOnlyAskedForUnacceptedKey(Facts facts) {
        return PolicyEvaluator.decide(facts)
                .next()
                .map(Clause::way)
                .filter(Challenge.class::isInstance)
                .map(Challenge.class::cast)
                .filter(challenge -> challenge.offered().stream()
                        .map(Facts.Factor::method)
                        .allMatch(method ->
                                method.isPhishingResistant() && !facts.methods().contains(method)))
                .isPresent();
    }

    /**
     * Checks whether the guard replaces steps in an administrator's own flow. These steps run unless the guard will
     * ask for a factor anyway, or offers one that they don't.
     */
    private boolean isAskedAgainByGuard(SecondFactorSteps steps, Facts facts, UserModel user) {
        return PolicyEvaluator.decide(facts)
                .next()
                .map(Clause::way)
                .filter(Challenge.class::isInstance)
                .map(Challenge.class::cast)
                .filter(challenge -> !isVerifiedBy(steps, challenge, user))
                .isPresent();
    }

    /** Checks whether each step leads to an accepted factor, and each accepted factor to a step. */
    private boolean isVerifiedBy(SecondFactorSteps steps, Challenge challenge, UserModel user) {
        Set<String> accepted = challenge.offered().stream()
                .map(factor -> factor.method().credentialType())
                .collect(Collectors.toSet());
        boolean acceptsAllSteps = steps.types().stream()
                .filter(type -> has(user, type))
                .allMatch(
                        type -> accepted.contains(type) || challenge.backupCodes() && RecoveryCodes.TYPE.equals(type));
        boolean hasOtherCodes = challenge.backupCodes()
                && new BackupCodes(new UserContext(session, realm, user, Clock.systemUTC())).left() > 0;
        return acceptsAllSteps && steps.types().containsAll(accepted) && !hasOtherCodes;
    }

    private static boolean hasKey(SecondFactorSteps steps, UserModel user) {
        return steps.types().contains(WebAuthnCredentialModel.TYPE_TWOFACTOR)
                && has(user, WebAuthnCredentialModel.TYPE_TWOFACTOR);
    }

    private static boolean has(UserModel user, String type) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(type)
                .findAny()
                .isPresent();
    }
}
