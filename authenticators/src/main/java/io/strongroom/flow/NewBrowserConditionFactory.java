package io.strongroom.flow;

import com.google.auto.service.AutoService;
import io.strongroom.factor.browser.RememberedBrowsers;
import java.time.Clock;
import java.util.Set;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.conditional.ConditionalAuthenticator;
import org.keycloak.models.KeycloakSession;

/** Creates {@link NewBrowserCondition}. */
@AutoService(AuthenticatorFactory.class)
public final class NewBrowserConditionFactory implements UserConditionFactory {

    public static final String ID = "new-browser-condition";

    @Override
    public ConditionalAuthenticator getSingleton() {
        return new NewBrowserCondition(Clock.systemUTC());
    }

    @Override
    public String getDisplayType() {
        return "Condition - browser not remembered (Strongroom)";
    }

    @Override
    public String getHelpText() {
        return "Runs the sub-flow only if this is not a remembered browser of the user.";
    }

    /**
     * Returns the credential type of remembered browsers, because the account console lists only credential types
     * that a flow refers to.
     */
    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return Set.of(RememberedBrowsers.TYPE);
    }

    @Override
    public String getId() {
        return ID;
    }
}
