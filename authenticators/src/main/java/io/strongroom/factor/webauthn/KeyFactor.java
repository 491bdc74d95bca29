package io.strongroom.factor.webauthn;

import io.strongroom.factor.ChallengeRequest;
import io.strongroom.factor.EnrolmentRequest;
import io.strongroom.factor.Factor;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.policy.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What passkeys and security keys have in common. */
abstract class KeyFactor implements Factor {

    private final KeyKind kind;

    KeyFactor(KeyKind kind) {
        this.kind = kind;
    }

    @Override
    public final Method method() {
        return kind.method();
    }

    @Override
    public final Optional<FactorChallenge> challenge(ChallengeRequest request) {
        return Optional.of(new KeyChallenge(request, method()));
    }

    @Override
    public final FactorStep enrolment(EnrolmentRequest request) {
        return new KeyEnrolment(request, kind);
    }

    @Override
    public final Optional<String> setUpAction() {
        return Optional.of(kind.setUpAction());
    }

    @Override
    public final boolean isCode() {
        return false;
    }

    /** Users may also have keys for flows of which no rule knows, and no guard asks for those. */
    @Override
    public boolean isReported(Predicate<Method> accepted) {
        return accepted.test(method());
    }

    /**
     * Returns the values of RFC 8176, section 2. A key bound to its device counts as hardware; "pop" and "user" hold for
     * every WebAuthn key.
     */
    @Override
    public final List<String> amr(PassedFactor passed) {
        List<String> values = new ArrayList<>();
        values.add(passed.traits().contains(KeyTraits.SYNCABLE) ? "swk" : "hwk");
        values.add("pop");
        values.add("user");
        if (isTwoFactors(passed)) {
            values.add("mfa");
        }
        return List.copyOf(values);
    }

    /** Returns whether the key alone proves two factors: its possession, and a PIN or biometrics. */
    abstract boolean isTwoFactors(PassedFactor passed);
}
