package io.strongroom.factor;

import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.models.Constants;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a user is to set up, and has just set up, is not asked for again, whoever asked: an administrator, a default of the realm, a flow or
 * an application.
 */
public final class Fulfilment {

    private Fulfilment() {}

    /** @param provider of the required action that has nothing left to do */
    public static void of(String provider, LoginStep step) {
        aliases(provider, step).forEach(alias -> {
            step.user().removeRequiredAction(alias);
            step.login().removeRequiredAction(alias);
            AuthenticationManager.setKcActionStatus(alias, KcActionStatus.SUCCESS, step.login());
        });
    }

    /** Administrators may have given the action another alias; only those that wait are touched, since not every user can be written to. */
    private static Stream<String> aliases(String provider, LoginStep step) {
        AuthenticationSessionModel login = step.login();
        Stream<String> waiting = Stream.concat(
                step.user().getRequiredActionsStream(),
                Stream.concat(
                        login.getRequiredActions().stream(),
                        Stream.ofNullable(login.getClientNote(Constants.KC_ACTION))));
        return waiting
                .filter(Objects::nonNull)
                .distinct()
                .filter(alias -> isOf(provider, alias, step))
                .toList()
                .stream();
    }

    private static boolean isOf(String provider, String alias, LoginStep step) {
        RequiredActionProviderModel action = step.realm().getRequiredActionProviderByAlias(alias);
        return provider.equals(alias) || action != null && provider.equals(action.getProviderId());
    }
}
