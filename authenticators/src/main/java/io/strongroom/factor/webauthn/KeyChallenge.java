package io.strongroom.factor.webauthn;

import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import io.strongroom.factor.ChallengeRequest;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.policy.Method;
import io.strongroom.throttle.Remaining;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.common.util.UriUtils;
import org.keycloak.credential.CredentialModel;
import org.keycloak.credential.WebAuthnCredentialModelInput;
import org.keycloak.credential.WebAuthnCredentialModelInput.KeycloakWebAuthnAuthenticationParameters;

/** Asks for a passkey or a security key. Keycloak's credential provider verifies the answer. */
final class KeyChallenge implements FactorChallenge {

    private final LoginStep step;
    private final Method method;
    private final List<CredentialModel> keys;
    private final FactorEntries entries;
    private final UserVerification verification;
    private final KeyPage page;
    private final Clock clock;

    /** @param method the method as which the key has to count */
    KeyChallenge(ChallengeRequest request, Method method) {
        this.step = request.step();
        this.method = method;
        this.clock = request.clock();
        this.entries = FactorEntries.of(step, clock);
        this.keys = request.credentialsOf(method).stream()
                .map(step.user().credentialManager()::getStoredCredentialById)
                .filter(Objects::nonNull)
                .toList();
        this.verification = new UserVerification(step, method);
        this.page = new KeyPage(step, method, unlocked(), verification);
    }

    private List<CredentialModel> unlocked() {
        return keys.stream()
                .filter(key -> !entries.isLocked(key.getType(), key.getId()))
                .toList();
    }

    @Override
    public boolean isLocked() {
        return unlocked().isEmpty();
    }

    @Override
    public StepResult show() {
        return new StepResult.Show(isLocked() ? lockedPage() : page.render());
    }

    @Override
    public StepResult process() {
        StepResult outcome = check();
        if (!(outcome instanceof StepResult.Passed) && !(outcome instanceof StepResult.Failed)) {
            EntryOutcome.NOT_CHECKED.count(method.credentialType());
        }
        return outcome;
    }

    private StepResult check() {
        if (isLocked()) {
            return new StepResult.Show(lockedPage());
        }
        if (step.input().field("error").filter(error -> !error.isEmpty()).isPresent()) {
            return new StepResult.Show(page.renderError("strongroomKeyNotUsed"));
        }
        Optional<KeyAnswer> answer = KeyAnswer.in(step.input());
        Optional<CredentialModel> key = answer.flatMap(given -> given.keyAmong(unlocked()));
        Optional<String> challenge = page.takeChallenge();
        if (key.isEmpty() || challenge.isEmpty()) {
            return new StepResult.Show(page.renderError("strongroomKeyNotUsed"));
        }
        Duration wait = entries.ofEach(key.get().getType(), key.get().getId()).remaining();
        if (!wait.isZero()) {
            return new StepResult.Show(page.renderError("strongroomEntryWait", Remaining.seconds(wait)));
        }
        boolean alone = OnlyProof.isInGuard(step, key.get().getType());
        return isValid(answer.get().request(), challenge.get(), key.get())
                ? passed(key.get(), answer.get(), alone)
                : new StepResult.Failed(
                        key.get().getType(), isLocked() ? lockedPage() : page.renderError("strongroomKeyWrong"));
    }

    private boolean isValid(AuthenticationRequest request, String challenge, CredentialModel key) {
        WebAuthnCredentialModelInput input = new WebAuthnCredentialModelInput(key.getType());
        input.setAuthenticationRequest(request);
        input.setAuthenticationParameters(
                new KeycloakWebAuthnAuthenticationParameters(server(challenge), verification.isRequiredOf(key)));
        try {
            return step.user().credentialManager().isValid(input);
        } catch (WebAuthnException wrong) {
            return false;
        }
    }

    /** Uses the deprecated constructor, because Keycloak's verifier does not see the origins that the builder sets. */
    @SuppressWarnings("deprecation")
    private ServerProperty server(String challenge) {
        String origin = UriUtils.getOrigin(step.session().getContext().getUri().getBaseUri());
        return new ServerProperty(new Origin(origin), page.relyingParty(), new DefaultChallenge(challenge));
    }

    private StepResult passed(CredentialModel key, KeyAnswer answer, boolean alone) {
        return new StepResult.Passed(new PassedFactor(
                step.user().getId(),
                key.getType(),
                key.getId(),
                clock.millis(),
                step.login().getTabId(),
                KeyTraits.of(answer.request().getAuthenticatorData(), alone)));
    }

    private Response lockedPage() {
        return LockedPage.of(step, method.credentialType(), "strongroomKeyLocked");
    }
}
