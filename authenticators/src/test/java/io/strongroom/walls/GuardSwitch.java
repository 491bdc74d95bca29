package io.strongroom.walls;

import io.strongroom.guard.SecondFactorGuardFactory;
import io.strongroom.provider.PlainFactory;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Creates the guard, or an action with the same id that always succeeds if the guard is off. */
public final class GuardSwitch implements RequiredActionFactory, PlainFactory<RequiredActionProvider> {

    private final SecondFactorGuardFactory guard = new SecondFactorGuardFactory();

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return Walls.isOff(session, Walls.GUARD) ? new NoGuard() : guard.create(session);
    }

    @Override
    public String getDisplayText() {
        return guard.getDisplayText();
    }

    @Override
    public String getId() {
        return guard.getId();
    }

    @Override
    public int order() {
        return Walls.ORDER;
    }

    private static final class NoGuard implements RequiredActionProvider {

        @Override
        public InitiatedActionSupport initiatedActionSupport() {
            return InitiatedActionSupport.SUPPORTED;
        }

        @Override
        public void evaluateTriggers(RequiredActionContext context) {
            context.getAuthenticationSession().removeRequiredAction(SecondFactorGuardFactory.ID);
        }

        @Override
        public void requiredActionChallenge(RequiredActionContext context) {
            context.success();
        }

        @Override
        public void processAction(RequiredActionContext context) {
            context.success();
        }

        @Override
        public void close() {}
    }
}
