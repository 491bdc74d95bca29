package io.strongroom.flow;

import com.google.auto.service.AutoService;
import java.time.Clock;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;

/** {@code second-factor-condition}. */
@AutoService(AuthenticatorFactory.class)
public final class SecondFactorConditionFactory implements UserConditionFactory {

    public static final String ID = "second-factor-condition";

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
    public String getId() {
        return ID;
    }
}
