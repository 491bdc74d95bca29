package io.strongroom.account;

import io.strongroom.facts.OwnFactors;
import io.strongroom.policy.SelfService.Hindrance;
import jakarta.ws.rs.HttpMethod;
import java.util.Optional;
import org.keycloak.credential.CredentialMetadata;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Whether a user may remove their own factors, and what they are told where they may not.
 *
 * @param hindrance empty also where it is nobody in particular who may not
 */
record SelfRemoval(boolean isAllowed, Optional<Hindrance> hindrance) {

    /** Nobody in particular may. */
    static final SelfRemoval UNASKED = new SelfRemoval(false, Optional.empty());

    /** @param user null where a console asks in general */
    static SelfRemoval of(KeycloakSession session, UserModel user) {
        if (user == null) {
            return UNASKED;
        }
        OwnFactors own = new OwnFactors(session);
        Optional<Hindrance> hindrance = own.hindrance(user);
        boolean unasked = isByAccountApi(session);
        return new SelfRemoval(hindrance.isEmpty() && (!unasked || own.mayChangeUnasked(user)), hindrance);
    }

    /** The account console removes on a page of the login, before which the guard asks; the deprecated way has no page. */
    private static boolean isByAccountApi(KeycloakSession session) {
        return HttpMethod.DELETE.equals(session.getContext().getHttpRequest().getHttpMethod());
    }

    void explain(CredentialMetadata metadata) {
        hindrance.ifPresent(reason -> {
            metadata.setWarningMessageTitle("strongroomAccountKept");
            metadata.setWarningMessageDescription(sentence(reason));
        });
    }

    private static String sentence(Hindrance hindrance) {
        return switch (hindrance) {
            case ADMINISTERED -> "strongroomAccountKeptAdministered";
            case REQUIRED -> "strongroomAccountKeptRequired";
            case DATA_ROOM -> "strongroomAccountKeptByRoom";
            case SET_FOR_USER -> "strongroomAccountKeptGiven";
        };
    }
}
