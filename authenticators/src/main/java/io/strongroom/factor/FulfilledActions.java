package io.strongroom.factor;

import java.util.List;
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
public final class FulfilledActions {

    private FulfilledActions() {}

    /** @param provider of the required action that has nothing left to do */
    public static void of(String provider, LoginStep step) {
        AuthenticationSessionModel login = step.login();
        // Not every user can be written to, so only what is there is taken away.
        ofProvider(provider, step.user().getRequiredActionsStream(), step).forEach(step.user()::removeRequiredAction);
        ofProvider(provider, login.getRequiredActions().stream(), step).forEach(login::removeRequiredAction);
        ofProvider(provider, Stream.ofNullable(login.getClientNote(Constants.KC_ACTION)), step)
                .forEach(alias -> AuthenticationManager.setKcActionStatus(alias, KcActionStatus.SUCCESS, login));
    }

    /** Administrators may have given the action another alias. */
    private static List<String> ofProvider(String provider, Stream<String> aliases, LoginStep step) {
        return aliases.filter(alias -> {
                    RequiredActionProviderModel action = step.realm().getRequiredActionProviderByAlias(alias);
                    return provider.equals(action == null ? alias : action.getProviderId());
                })
                .toList();
    }
}
