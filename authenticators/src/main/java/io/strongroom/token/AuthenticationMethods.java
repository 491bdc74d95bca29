package io.strongroom.token;

import io.strongroom.factor.Factors;
import io.strongroom.factor.PassedFactor;
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
                .flatMap(factor -> AuthenticationMethods.values(factor).stream())
                .toList();
        values.addAll(second);
        if (first.isKnown() && !second.isEmpty() || typesOf(now) > 1) {
            values.add("mfa");
        }
        return List.copyOf(values);
    }

    private long typesOf(Instant now) {
        return passed.stream()
                .filter(factor -> counts(factor, now))
                .map(PassedFactor::type)
                .distinct()
                .count();
    }

    private boolean counts(PassedFactor factor, Instant now) {
        return maxAge.isZero() || Instant.ofEpochMilli(factor.at()).plus(maxAge).isAfter(now);
    }

    /**
     * Returns the values for a second factor. The value "otp" (one-time password) is also the closest match for a
     * backup code.
     */
    private static List<String> values(PassedFactor factor) {
        return Factors.ofCredentialType(factor.type())
                .map(kind -> kind.amr(factor))
                .orElse(List.of("otp"));
    }
}
