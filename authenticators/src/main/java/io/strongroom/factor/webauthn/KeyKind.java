package io.strongroom.factor.webauthn;

import io.strongroom.policy.Method;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.authentication.requiredactions.WebAuthnPasswordlessRegisterFactory;
import org.keycloak.authentication.requiredactions.WebAuthnRegisterFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.WebAuthnPolicy;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Keycloak's two kinds of WebAuthn credentials. */
public enum KeyKind {
    /** Signs the user in without a password. */
    PASSKEY(
            new Method("passkey", WebAuthnCredentialModel.TYPE_PASSWORDLESS, 50),
            WebAuthnPasswordlessRegisterFactory.PROVIDER_ID,
            RealmModel::getWebAuthnPolicyPasswordless),
    /** Is used after the password. */
    SECURITY_KEY(
            new Method("security-key", WebAuthnCredentialModel.TYPE_TWOFACTOR, Method.PHISHING_RESISTANT),
            WebAuthnRegisterFactory.PROVIDER_ID,
            RealmModel::getWebAuthnPolicy);

    private final Method method;
    private final String setUpAction;
    private final Function<RealmModel, WebAuthnPolicy> policy;

    KeyKind(Method method, String setUpAction, Function<RealmModel, WebAuthnPolicy> policy) {
        this.method = method;
        this.setUpAction = setUpAction;
        this.policy = policy;
    }

    public Method method() {
        return method;
    }

    public String type() {
        return method.credentialType();
    }

    String setUpAction() {
        return setUpAction;
    }

    WebAuthnPolicy policy(RealmModel realm) {
        return policy.apply(realm);
    }

    static Optional<KeyKind> ofType(String credentialType) {
        return Stream.of(values())
                .filter(kind -> kind.type().equals(credentialType))
                .findFirst();
    }
}
