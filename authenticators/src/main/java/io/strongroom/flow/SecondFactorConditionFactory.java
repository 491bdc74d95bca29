package io.strongroom.flow;

import com.google.auto.service.AutoService;
import java.time.Clock;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** {@code second-factor-condition}. */
@AutoService(AuthenticatorFactory.class)
public final class SecondFactorConditionFactory implements ConditionalAuthenticatorFactory {

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
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    @Override
    public String getId() {
        return ID;
    }
}
