package io.strongroom.account;

import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.SelfService.Hindrance;
import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Whether users may remove their own factors, and the reason if they may not.
 *
 * @param hindrance the reason why users may not remove their factors; empty if they may, or if no user is given
 */
record SelfRemoval(boolean isAllowed, Optional<Hindrance> hindrance) {

    /** The result if there is no user: removal is not allowed, and no reason is given. */
    static final SelfRemoval NO_USER = new SelfRemoval(false, Optional.empty());

    /** @param user null if the console's request has no user */
    static SelfRemoval of(KeycloakSession session, UserModel user) {
        if (user == null) {
            return NO_USER;
        }
        OwnFactors own = new OwnFactors(session);
        Optional<Hindrance> hindrance = own.hindrance(user);
        boolean confirmed = !isAccountApiDelete(session) || own.mayChangeWithoutChallenge(user);
        return new SelfRemoval(hindrance.isEmpty() && confirmed, hindrance);
    }

    /**
     * Returns whether the request removes a factor with the deprecated account API. The account console uses a login
     * page instead, where the guard asks for a factor first.
     */
    private static boolean isAccountApiDelete(KeycloakSession session) {
        return HttpMethod.DELETE.equals(session.getContext().getHttpRequest().getHttpMethod());
    }

    void explain(CredentialMetadata metadata) {
        hindrance.ifPresent(reason -> {
            metadata.setWarningMessageTitle("strongroomAccountKept");
            metadata.setWarningMessageDescription(messageKey(reason));
        });
    }

    private static String messageKey(Hindrance hindrance) {
        return switch (hindrance) {
            case ADMINISTERED -> "strongroomAccountKeptAdministered";
            case REQUIRED -> "strongroomAccountKeptRequired";
            case DATA_ROOM -> "strongroomAccountKeptByRoom";
            case SET_FOR_USER -> "strongroomAccountKeptGiven";
        };
    }
}
