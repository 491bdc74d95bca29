package io.strongroom.factor.webauthn;

import io.strongroom.factor.EnrolmentRequest;
import io.strongroom.factor.FactorStep;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.RequiredActionContext.Status;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.credential.CredentialModel;

/**
 * Lets a user set up a passkey or a security key. Keycloak's required action does it, by its own policy, on a page of
 * Strongroom that also offers the other methods.
 */
final class KeyEnrolment implements FactorStep {

    private final EnrolmentRequest request;
    private final LoginStep step;
    private final KeyKind kind;

    KeyEnrolment(EnrolmentRequest request, KeyKind kind) {
        this.request = request;
        this.step = request.step();
        this.kind = kind;
    }

    @Override
    public StepResult show() {
        return show(NestedAction.NO_ERROR);
    }

    private StepResult show(String error) {
        NestedAction action = new NestedAction(request.context(), step, kind, error);
        keycloakAction().requiredActionChallenge(action);
        return new StepResult.Show(action.page());
    }

    @Override
    public StepResult process() {
        if (!isAnswered()) {
            return show("strongroomKeyNotSetUp");
        }
        if (isNameTaken()) {
            return show("strongroomKeyNameTaken");
        }
        Set<String> before = keys();
        NestedAction action = new NestedAction(request.context(), step, kind, NestedAction.NO_ERROR);
        keycloakAction().processAction(action);
        if (action.getStatus() != Status.SUCCESS) {
            return show("strongroomKeyNotSetUp");
        }
        action.getEvent().success();
        return keys().stream()
                .filter(key -> !before.contains(key))
                .findFirst()
                .<StepResult>map(key -> new StepResult.Passed(passed(key)))
                .orElseGet(() -> show("strongroomKeyNotSetUp"));
    }

    /** Returns whether the form contains an authenticator's answer or error. Keycloak's action fails on unreadable ones. */
    private boolean isAnswered() {
        return step.input()
                        .field(WebAuthnConstants.ERROR)
                        .filter(error -> !error.isEmpty())
                        .isPresent()
                || isReadable(WebAuthnConstants.CLIENT_DATA_JSON) && isReadable(WebAuthnConstants.ATTESTATION_OBJECT);
    }

    private boolean isNameTaken() {
        Optional<String> name = step.input().field(WebAuthnConstants.AUTHENTICATOR_LABEL);
        return step.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(kind.type())
                .map(CredentialModel::getUserLabel)
                .anyMatch(taken ->
                        name.filter(entered -> entered.equalsIgnoreCase(taken)).isPresent());
    }

    private boolean isReadable(String field) {
        try {
            return Base64.getUrlDecoder().decode(step.input().field(field).orElse("")).length > 0;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private RequiredActionProvider keycloakAction() {
        return step.session().getProvider(RequiredActionProvider.class, kind.setUpAction());
    }

    private PassedFactor passed(String key) {
        String attestation =
                step.input().field(WebAuthnConstants.ATTESTATION_OBJECT).orElseThrow();
        return new PassedFactor(
                step.user().getId(),
                kind.type(),
                key,
                request.clock().millis(),
                step.login().getTabId(),
                KeyTraits.ofRegistration(attestation, OnlyProof.isInGuard(step, kind.type())));
    }

    private Set<String> keys() {
        return step.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(kind.type())
                .map(CredentialModel::getId)
                .collect(Collectors.toSet());
    }
}
