package io.strongroom.facts;

import io.strongroom.policy.Clause;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Enforcement;
import io.strongroom.policy.Facts;
import io.strongroom.policy.Method;
import io.strongroom.policy.PolicyEvaluator;
import java.time.Clock;
import java.util.List;
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
 * Which steps for a second factor the running flow leaves to the guard, so that the user is asked once and by a page that offers all
 * they have. A sub-flow steps aside with all its steps or with none: Keycloak offers a user what they have stored, and fails where one
 * of several steps is not there. What the address of a login asks for counts for nothing here: who knows the password could
 * have a key left out that way.
 */
public final class StepsLeftToGuard {

    private final KeycloakSession session;
    private final RealmModel realm;

    public StepsLeftToGuard(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** @param type of the credential that a step verifies */
    public boolean contain(String type, UserModel user) {
        AuthenticationSessionModel login = session.getContext().getAuthenticationSession();
        return new OwnFactors(session).isGuarded()
                && !isAfterProvider(login)
                && RunningFlow.of(session, login)
                        .filter(flow -> isLeft(type, flow, user, login))
                        .isPresent();
    }

    /** Keycloak says which provider vouches for the user only when this flow has ended: what is asked then is not known yet. */
    private static boolean isAfterProvider(AuthenticationSessionModel login) {
        return login != null
                && LoginActionsService.POST_BROKER_LOGIN_PATH.equals(
                        login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH));
    }

    private boolean isLeft(
            String type, AuthenticationFlowModel flow, UserModel user, AuthenticationSessionModel login) {
        List<SecondFactorSteps> asking = SecondFactorSteps.in(session, realm, flow, type);
        if (asking.isEmpty() || !asking.stream().allMatch(SecondFactorSteps::canStepAside)) {
            return false;
        }
        Facts facts = new FactsGatherer(session, realm, user, Clock.systemUTC()).withoutRequests(login);
        return asking.stream()
                .allMatch(steps ->
                        flow.isBuiltIn() ? isGuardsMatter(steps, facts, user) : isAskedTwice(steps, facts, user));
    }

    /** Nobody composed these: the guard asks by one page what the policy wants. */
    private boolean isGuardsMatter(SecondFactorSteps steps, Facts facts, UserModel user) {
        return PolicyEvaluator.seesToFactors(facts)
                || facts.tenant().enforcement() != Enforcement.OFF
                        && has(user, OTPCredentialModel.TYPE)
                        && !hasKey(steps, user);
    }

    /** What somebody composed stays, unless the guard will ask for a factor that these steps do not verify. */
    private static boolean isAskedTwice(SecondFactorSteps steps, Facts facts, UserModel user) {
        return PolicyEvaluator.decide(facts)
                .next()
                .map(Clause::way)
                .filter(Challenge.class::isInstance)
                .map(Challenge.class::cast)
                .filter(challenge -> !isVerifiedBy(steps, challenge, user))
                .isPresent();
    }

    private static boolean isVerifiedBy(SecondFactorSteps steps, Challenge challenge, UserModel user) {
        return steps.types().contains(OTPCredentialModel.TYPE)
                && has(user, OTPCredentialModel.TYPE)
                && challenge.factors().stream().anyMatch(factor -> factor.method() == Method.TOTP)
                && !hasKey(steps, user);
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
