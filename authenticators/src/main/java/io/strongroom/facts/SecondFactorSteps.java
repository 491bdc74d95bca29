package io.strongroom.facts;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.CredentialValidator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Steps of one sub-flow that verify a credential.
 *
 * @param types        the credentials' types
 * @param canStepAside whether the sub-flow is one that Keycloak leaves out where the user has none of them, and nothing else depends
 *                     on it: not where a level of authentication, a role or anything else decides that it is there
 */
record SecondFactorSteps(Set<String> types, boolean canStepAside) {

    private static final String WEBAUTHN = "webauthn-authenticator";
    private static final Set<String> STEPS =
            Set.of("auth-otp-form", "auth-recovery-authn-code-form", WEBAUTHN, "reset-otp");
    private static final String USER_CONFIGURED = "conditional-user-configured";

    /** The second is Keycloak's for logins by passkey. */
    private static final Set<String> PLAIN_CONDITIONS = Set.of(USER_CONFIGURED, "conditional-credential");

    /** All sub-flows, however deep, that verify a credential of this type. */
    static List<SecondFactorSteps> in(
            KeycloakSession session, RealmModel realm, AuthenticationFlowModel flow, String type) {
        List<SecondFactorSteps> found = new ArrayList<>();
        new Walk(session, realm, found).through(flow.getId(), false, true);
        return found.stream().filter(steps -> steps.types().contains(type)).toList();
    }

    private record Walk(KeycloakSession session, RealmModel realm, List<SecondFactorSteps> found) {

        void through(String flowId, boolean conditional, boolean unconditionalAbove) {
            List<AuthenticationExecutionModel> all = realm.getAuthenticationExecutionsStream(flowId)
                    .filter(AuthenticationExecutionModel::isEnabled)
                    .toList();
            Set<String> conditions = new HashSet<>();
            Set<String> types = new HashSet<>();
            boolean onlySteps = true;
            for (AuthenticationExecutionModel execution : all) {
                Authenticator authenticator = authenticator(execution);
                if (authenticator instanceof ConditionalAuthenticator) {
                    conditions.add(execution.getAuthenticator());
                    continue;
                }
                if (authenticator instanceof CredentialValidator<?> validator) {
                    types.add(validator.getType(session));
                }
                onlySteps &= isStep(execution);
            }
            boolean plain = conditions.contains(USER_CONFIGURED) && PLAIN_CONDITIONS.containsAll(conditions);
            found.add(new SecondFactorSteps(types, conditional && plain && onlySteps && unconditionalAbove));
            boolean unconditional = unconditionalAbove && conditions.isEmpty();
            all.stream()
                    .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                    .filter(execution -> execution.getFlowId() != null)
                    .forEach(sub -> through(sub.getFlowId(), sub.isConditional(), unconditional));
        }

        /** A key that somebody requires is asked for: nothing else is as strong. */
        private static boolean isStep(AuthenticationExecutionModel execution) {
            boolean requiredKey = WEBAUTHN.equals(execution.getAuthenticator()) && execution.isRequired();
            return !execution.isAuthenticatorFlow() && STEPS.contains(execution.getAuthenticator()) && !requiredKey;
        }

        private Authenticator authenticator(AuthenticationExecutionModel execution) {
            return execution.getAuthenticator() == null
                    ? null
                    : session.getProvider(Authenticator.class, execution.getAuthenticator());
        }
    }
}
