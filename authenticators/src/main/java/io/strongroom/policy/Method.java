package io.strongroom.policy;

import java.util.Optional;
import java.util.stream.Stream;

/** A kind of second factor that a policy can accept. */
public enum Method {
    TOTP("totp", "otp"),
    SMS("sms", "sms-otp");

    private final String word;
    private final String credentialType;

    Method(String word, String credentialType) {
        this.word = word;
        this.credentialType = credentialType;
    }

    /** Returns the method's name in the {@code twoFactor.methods} attribute. */
    public String word() {
        return word;
    }

    /** Returns the Keycloak credential type that stores this factor. */
    public String credentialType() {
        return credentialType;
    }

    public static Optional<Method> ofWord(String word) {
        return Stream.of(values())
                .filter(method -> method.word.equalsIgnoreCase(word))
                .findFirst();
    }

    public static Optional<Method> ofCredentialType(String type) {
        return Stream.of(values())
                .filter(method -> method.credentialType.equals(type))
                .findFirst();
    }
}
