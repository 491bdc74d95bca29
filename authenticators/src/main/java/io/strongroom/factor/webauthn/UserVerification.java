package io.strongroom.factor.webauthn;

import io.strongroom.factor.LoginStep;
import io.strongroom.policy.Method;
import java.util.List;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.Constants;

/** Decides which keys must verify the user, by a PIN or biometrics. */
final class UserVerification {

    private final LoginStep step;
    private final Method method;

    /** @param method the method as which the key has to count */
    UserVerification(LoginStep step, Method method) {
        this.step = step;
        this.method = method;
    }

    /**
     * Returns whether this key must verify the user: by the realm's policy, to count as a passkey, or because it is the
     * login's only proof.
     */
    boolean isRequiredOf(CredentialModel key) {
        return method.equals(KeyKind.PASSKEY.method())
                || OnlyProof.isInGuard(step, key.getType())
                || Constants.WEBAUTHN_POLICY_OPTION_REQUIRED.equals(configured(key));
    }

    /** Returns what the browser is asked for; empty if that is left to it. */
    String wanted(List<CredentialModel> keys) {
        if (keys.stream().allMatch(this::isRequiredOf)) {
            return Constants.WEBAUTHN_POLICY_OPTION_REQUIRED;
        }
        if (keys.stream().anyMatch(this::isRequiredOf)) {
            return Constants.WEBAUTHN_POLICY_OPTION_PREFERED;
        }
        String configured = configured(keys.get(0));
        return configured == null || Constants.DEFAULT_WEBAUTHN_POLICY_NOT_SPECIFIED.equals(configured)
                ? ""
                : configured;
    }

    private String configured(CredentialModel key) {
        return KeyKind.ofType(key.getType())
                .map(kind -> kind.policy(step.realm()).getUserVerificationRequirement())
                .orElse(null);
    }
}
