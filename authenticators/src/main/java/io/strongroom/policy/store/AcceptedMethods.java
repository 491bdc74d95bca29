package io.strongroom.policy.store;

import io.strongroom.policy.Method;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The methods that the rules of a realm accept. */
public final class AcceptedMethods {

    private static final String GROUP_METHODS = "twoFactor.methods";

    private AcceptedMethods() {}

    /** Returns whether the tenant or any data room accepts a method. */
    public static boolean containAnywhere(String word, KeycloakSession session, RealmModel realm) {
        Stream<Set<Method>> ofTenant =
                Stream.of(new PolicyStore(session, realm).tenant().methods());
        Stream<Set<Method>> ofRooms = new AttributedGroups(session, realm)
                .withAny(GROUP_METHODS)
                .map(group -> RoomStore.policyOf(group).methods());
        return Stream.concat(ofTenant, ofRooms)
                .anyMatch(methods ->
                        methods.stream().anyMatch(method -> method.word().equals(word)));
    }
}
