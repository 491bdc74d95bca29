package io.strongroom.factor;

import io.strongroom.policy.Method;
import java.util.Set;

/**
 * How lists of users find those who have a factor, without reading each user.
 *
 * @param place   where the factor is stored
 * @param methods the methods that accept the factor
 */
public record Holding(Place place, Set<Method> methods) {

    /** Where a factor is stored. */
    public enum Place {
        /** A credential of the factor's type. */
        CREDENTIAL,
        /** A phone number, stored as a credential or in the user's profile. */
        PHONE_NUMBER,
        /** The user's verified e-mail address. */
        VERIFIED_EMAIL
    }

    public static Holding ofCredential(Method... methods) {
        return new Holding(Place.CREDENTIAL, Set.of(methods));
    }

    public boolean isAcceptedBy(Set<Method> accepted) {
        return methods.stream().anyMatch(accepted::contains);
    }
}
