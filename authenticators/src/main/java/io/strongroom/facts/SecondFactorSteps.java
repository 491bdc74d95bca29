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
 * The steps of a sub-flow that verify a credential.
 *
 * @param types       credential types verified by the steps
 * @param isSkippable whether the sub-flow can be skipped: Keycloak skips it if the user has none of the credentials,
 *                    and neither it nor a parent flow has another condition, such as an authentication level or a role
 */
record SecondFactorSteps(Set<String> types, boolean isSkippable) {

    private static final String WEBAUTHN = "webauthn-authenticator";
    private static final Set<String> STEPS =
            Set.of("auth-otp-form", "auth-recovery-authn-code-form", WEBAUTHN, "reset-otp");
    private static final String USER_CONFIGURED = "conditional-user-configured";

    /** Conditions that don't prevent a sub-flow from being skipped. Keycloak uses the second one for passkey logins. */
    private static final Set<String> SKIPPABLE_CONDITIONS = Set.of(USER_CONFIGURED, "conditional-credential");

    /** Returns the flow and its sub-flows, at any depth, that verify a credential of this type. */
    static List<SecondFactorSteps> in(
            KeycloakSession session, RealmModel realm, AuthenticationFlowModel flow, String type) {
        List<SecondFactorSteps> found = new ArrayList<>();
        new Collector(session, realm, found).collect(flow.getId(), Position.TOP_LEVEL);
        return found.stream().filter(steps -> steps.types().contains(type)).toList();
    }

    /**
     * Position of a flow within the top-level flow.
     *
     * @param isConditional     whether the flow's requirement is CONDITIONAL
     * @param hasConditionAbove whether a parent flow contains conditions
     */
    private record Position(boolean isConditional, boolean hasConditionAbove) {
        private static final Position TOP_LEVEL = new Position(false, false);
    }

    private record Collector(KeycloakSession session, RealmModel realm, List<SecondFactorSteps> found) {

        void collect(String flowId, Position position) {
            List<AuthenticationExecutionModel> executions = realm.getAuthenticationExecutionsStream(flowId)
                    .filter(AuthenticationExecutionModel::isEnabled)
                    .toList();
            Set<String> conditions = new HashSet<>();
            Set<String> types = new HashSet<>();
            boolean hasOnlySkippableSteps = true;
            for (AuthenticationExecutionModel execution : executions) {
                Authenticator authenticator = authenticator(execution);
                if (authenticator instanceof ConditionalAuthenticator) {
                    conditions.add(execution.getAuthenticator());
                    continue;
                }
                if (authenticator instanceof CredentialValidator<?> validator) {
                    types.add(validator.getType(session));
                }
                hasOnlySkippableSteps &= isSkippableStep(execution);
            }
            boolean hasSkippableConditions =
                    conditions.contains(USER_CONFIGURED) && SKIPPABLE_CONDITIONS.containsAll(conditions);
            boolean isSkippable = position.isConditional()
                    && !position.hasConditionAbove()
                    && hasSkippableConditions
                    && hasOnlySkippableSteps;
            found.add(new SecondFactorSteps(types, isSkippable));
            boolean hasConditionAbove = position.hasConditionAbove() || !conditions.isEmpty();
            executions.stream()
                    .filter(AuthenticationExecutionModel::isAuthenticatorFlow)
                    .filter(execution -> execution.getFlowId() != null)
                    .forEach(sub -> collect(sub.getFlowId(), new Position(sub.isConditional(), hasConditionAbove)));
        }

        /**
         * Checks whether a step can be skipped. A required security key is never skipped, because no other factor
         * is as strong.
         */
        private static boolean isSkippableStep(AuthenticationExecutionModel execution) {
            boolean isRequiredKey = WEBAUTHN.equals(execution.getAuthenticator()) && execution.isRequired();
            return !execution.isAuthenticatorFlow() && STEPS.contains(execution.getAuthenticator()) && !isRequiredKey;
        }

        private Authenticator authenticator(AuthenticationExecutionModel execution) {
            return execution.getAuthenticator() == null
                    ? null
                    : session.getProvider(Authenticator.class, execution.getAuthenticator());
        }
    }
}
