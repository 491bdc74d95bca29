package io.strongroom.flow;

import io.strongroom.provider.PlainAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Of a condition that can be switched on and off in a flow, and in nothing else. */
interface UserConditionFactory extends ConditionalAuthenticatorFactory, PlainAuthenticatorFactory {

    @Override
    default Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    default boolean isUserSetupAllowed() {
        return false;
    }
}
