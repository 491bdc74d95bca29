package io.strongroom.factor.webauthn;

import com.webauthn4j.data.client.challenge.DefaultChallenge;
import io.strongroom.factor.LoginStep;
import io.strongroom.policy.Method;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.WebAuthnPolicy;

/** Renders {@code strongroom-key.ftl}, the page on which the user uses a passkey or a security key. */
final class KeyPage {

    /** Auth note: the challenge of the last page. It differs from Keycloak's own, which a flow may be using. */
    private static final String CHALLENGE = "strongroom.key.challenge";

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final LoginStep step;
    private final Method method;
    private final List<CredentialModel> keys;
    private final WebAuthnPolicy policy;
    private final UserVerification verification;

    KeyPage(LoginStep step, Method method, List<CredentialModel> keys, UserVerification verification) {
        this.step = step;
        this.method = method;
        this.keys = keys;
        this.policy = keys.stream()
                .findFirst()
                .flatMap(key -> KeyKind.ofType(key.getType()))
                .orElse(KeyKind.SECURITY_KEY)
                .policy(step.realm());
        this.verification = verification;
    }

    String relyingParty() {
        String configured = policy.getRpId();
        return configured == null || configured.isEmpty()
                ? step.session().getContext().getUri().getBaseUri().getHost()
                : configured;
    }

    /** Returns and removes the challenge of the page that the user answers. */
    Optional<String> takeChallenge() {
        Optional<String> challenge = Optional.ofNullable(step.login().getAuthNote(CHALLENGE));
        step.login().removeAuthNote(CHALLENGE);
        return challenge;
    }

    Response render() {
        return response(step.page());
    }

    Response renderError(String key, Object... parameters) {
        return response(step.page().setError(key, parameters));
    }

    private Response response(LoginFormsProvider form) {
        String challenge = BASE64URL.encodeToString(new DefaultChallenge().getValue());
        step.login().setAuthNote(CHALLENGE, challenge);
        return form.setAttribute(
                        "keyPage",
                        Map.of(
                                "method", method.word(),
                                "challenge", challenge,
                                "rpId", relyingParty(),
                                "userVerification", verification.wanted(keys),
                                "timeout", policy.getCreateTimeout() * 1000L,
                                "keys", keys.stream().map(KeyPage::model).toList()))
                .createForm("strongroom-key.ftl");
    }

    private static Map<String, String> model(CredentialModel key) {
        return Map.of("id", BASE64URL.encodeToString(KeyAnswer.idOf(key)));
    }
}
