package io.strongroom.flow;

import com.google.auto.service.AutoService;
import java.time.Clock;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;

/** Creates {@link SecondFactorCondition}. */
@AutoService(AuthenticatorFactory.class)
public final class SecondFactorConditionFactory implements UserConditionFactory {

    public static final String ID = "second-factor-condition";

    @Override
    public ConditionalAuthenticator getSingleton() {
        return new SecondFactorCondition(Clock.systemUTC());
    }

    @Override
    public String getDisplayType() {
        return "Condition - second factor required (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Runs the sub-flow only if the policy of the tenant or a data room still requires a second factor and the user has one.";
    }

    @Override
    public String getId() {
        return ID;
    }
}
