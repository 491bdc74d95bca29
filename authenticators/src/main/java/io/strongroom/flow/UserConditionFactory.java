package io.strongroom.flow;

import io.strongroom.provider.PlainAuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** Base of condition factories. A flow can enable or disable the condition; it has no other options. */
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
