package io.strongroom.factor;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.authentication.RequiredActionContext.KcActionStatus;
import org.keycloak.models.Constants;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Clears required actions that a user has just fulfilled, regardless of whether an administrator, a realm default,
 * a flow or an application requested them.
 */
public final class FulfilledActions {

    private FulfilledActions() {}

    /** @param provider provider id of the fulfilled required action */
    public static void clear(String provider, LoginStep step) {
        AuthenticationSessionModel login = step.login();
        // Some users are read-only, so this removes only actions that are set.
        aliasesOf(provider, step.user().getRequiredActionsStream(), step).forEach(step.user()::removeRequiredAction);
        aliasesOf(provider, login.getRequiredActions().stream(), step).forEach(login::removeRequiredAction);
        aliasesOf(provider, Stream.ofNullable(login.getClientNote(Constants.KC_ACTION)), step)
                .forEach(alias -> AuthenticationManager.setKcActionStatus(alias, KcActionStatus.SUCCESS, login));
    }

    /** Returns the aliases that belong to this provider's action. Administrators may have changed the alias. */
    private static List<String> aliasesOf(String provider, Stream<String> aliases, LoginStep step) {
        return aliases.filter(alias -> {
                    RequiredActionProviderModel action = step.realm().getRequiredActionProviderByAlias(alias);
                    return provider.equals(action == null ? alias : action.getProviderId());
                })
                .toList();
    }
}
