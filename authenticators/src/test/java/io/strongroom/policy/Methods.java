package io.strongroom.policy;

/** The methods that other packages add. */
final class Methods {

    static final Method PASSKEY = Method.ofWord("passkey").orElseThrow();
    static final Method SECURITY_KEY = Method.ofWord("security-key").orElseThrow();

    private Methods() {}
}
