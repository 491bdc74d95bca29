package io.strongroom.flow;

import com.google.auto.service.AutoService;
import io.strongroom.provider.PlainAuthenticatorFactory;
import java.time.Clock;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;

/** {@code second-factor-condition}. */
@AutoService(AuthenticatorFactory.class)
public final class SecondFactorConditionFactory implements ConditionalAuthenticatorFactory, PlainAuthenticatorFactory {

    public static final String ID = "second-factor-condition";

    private static final Requirement[] CHOICES = {Requirement.REQUIRED, Requirement.DISABLED};

    @Override
    public ConditionalAuthenticator getSingleton() {
        return new SecondFactorCondition(Clock.systemUTC());
    }

    @Override
    public String getDisplayType() {
        return "Condition - second factor wanted (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Runs the sub-flow only where the policy of the tenant or of a data room still wants a second factor, and the user has one.";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return CHOICES.clone();
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public String getId() {
        return ID;
    }
}
