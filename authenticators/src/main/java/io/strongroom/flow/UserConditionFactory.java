package io.strongroom.flow;

import io.strongroom.provider.PlainAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Base interface of condition factories. A flow can only require or disable the condition. */
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
