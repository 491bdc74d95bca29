package io.strongroom.policy.store;

import io.strongroom.policy.Method;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The methods that the rules of a realm accept. */
public final class AcceptedMethods {

    private static final String GROUP_METHODS = "twoFactor.methods";

    private AcceptedMethods() {}

    /** Returns whether the tenant, one of its roles or any data room accepts a method. */
    public static boolean containAnywhere(Method method, KeycloakSession session, RealmModel realm) {
        return new PolicyStore(session, realm).acceptedByAnyTenant(method)
                || new AttributedGroups(session, realm)
                        .withAny(GROUP_METHODS)
                        .anyMatch(group -> RoomStore.policyOf(group).methods().contains(method));
    }
}
