package io.strongroom.token;

import io.strongroom.factor.PassedFactor;
import io.strongroom.policy.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The values of the {@code amr} claim (RFC 8176, section 2) for the factors passed in a session.
 *
 * @param first  how the user signed in before any second factor
 * @param passed the second factors passed
 * @param maxAge how long a passed factor counts; zero means the whole session
 */
record AuthenticationMethods(FirstFactor first, List<PassedFactor> passed, Duration maxAge) {

    /** Returns the values; empty if nothing is known about the sign-in. */
    List<String> values(Instant now) {
        Set<String> values = new LinkedHashSet<>();
        if (first.isPassword()) {
            values.add("pwd");
        }
        List<String> second = passed.stream()
                .filter(factor -> counts(factor, now))
                .map(AuthenticationMethods::value)
                .toList();
        values.addAll(second);
        if (first.isKnown() && !second.isEmpty()) {
            values.add("mfa");
        }
        return List.copyOf(values);
    }

    private boolean counts(PassedFactor factor, Instant now) {
        return maxAge.isZero() || Instant.ofEpochMilli(factor.at()).plus(maxAge).isAfter(now);
    }

    /**
     * Returns the value for a second factor. The value "otp" (one-time password) is also the closest match for a
     * backup code.
     */
    private static String value(PassedFactor factor) {
        return Method.ofCredentialType(factor.type()).filter(Method.SMS::equals).isPresent() ? "sms" : "otp";
    }
}
