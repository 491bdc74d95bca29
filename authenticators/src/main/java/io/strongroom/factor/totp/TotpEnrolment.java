package io.strongroom.factor.totp;

import io.strongroom.factor.EnteredDigits;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.FulfilledActions;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.OtherSessions;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.OTPPolicy;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.utils.CredentialValidation;
import org.keycloak.utils.CredentialHelper;

/**
 * Lets a user set up an authenticator app: the page shows a secret, and entering a code from the app completes the
 * enrolment. Until then, the secret is stored in the login; it is never read from the request.
 */
public final class TotpEnrolment {

    private static final String SECRET = "strongroom.totp.secret";
    private static final String CONFIGURE = UserModel.RequiredAction.CONFIGURE_TOTP.name();
    private static final int MAX_NAME_LENGTH = 255;

    private final RequiredActionContext context;
    private final LoginStep step;
    private final boolean cancellable;
    private final Clock clock;

    /** @param cancellable whether the user may cancel because an application started the enrolment */
    public TotpEnrolment(RequiredActionContext context, LoginStep step, boolean cancellable, Clock clock) {
        this.context = context;
        this.step = step;
        this.cancellable = cancellable;
        this.clock = clock;
    }

    public StepResult show() {
        return new StepResult.Show(page().render());
    }

    public StepResult process() {
        String name = step.input().field(TotpSetUpPage.NAME).orElse("");
        String code = EnteredDigits.of(step.input().field(TotpSetUpPage.CODE).orElse(""));
        if (step.login().getAuthNote(SECRET) == null) {
            return show();
        }
        if (code.isEmpty()) {
            return error(TotpSetUpPage.CODE, "strongroomTotpMissing");
        }
        OTPPolicy policy = step.realm().getOTPPolicy();
        OTPCredentialModel credential = secret().credential(policy, name);
        if (!CredentialValidation.validOTP(code, credential, policy.getLookAheadWindow())) {
            EntryOutcome.WRONG.count(
                    OTPCredentialModel.TYPE); // an accepted code is counted when Keycloak checks it, below
            return wrong();
        }
        if (name.isEmpty() && !credentials().isEmpty()) {
            return error(TotpSetUpPage.NAME, "missingTotpDeviceNameMessage");
        }
        if (name.length() > MAX_NAME_LENGTH) {
            return error(TotpSetUpPage.NAME, "strongroomTotpNameLong", MAX_NAME_LENGTH);
        }
        return store(credential, code);
    }

    private StepResult store(OTPCredentialModel credential, String code) {
        Set<String> before = credentials();
        try {
            if (!CredentialHelper.createOTPCredential(step.session(), step.realm(), step.user(), code, credential)) {
                return wrong();
            }
        } catch (ModelDuplicateException sameName) {
            return error(TotpSetUpPage.NAME, "strongroomTotpNameTaken");
        }
        OtherSessions.endIfRequested(context);
        FulfilledActions.clear(CONFIGURE, step);
        step.login().removeAuthNote(SECRET);
        emitEvents();
        String id = credentials().stream()
                .filter(stored -> !before.contains(stored))
                .findFirst()
                .orElse(null);
        return new StepResult.Passed(PassedFactor.in(step, OTPCredentialModel.TYPE, id, clock.millis()));
    }

    /** Emits the same two events as Keycloak, because some listeners know only the old one. */
    @SuppressWarnings("deprecation")
    private void emitEvents() {
        event(EventType.UPDATE_CREDENTIAL).success();
        event(EventType.UPDATE_TOTP).success();
    }

    private StepResult wrong() {
        ErrorEvents.emitAfterTransaction(
                step.session(), event(EventType.UPDATE_CREDENTIAL), Errors.INVALID_USER_CREDENTIALS);
        return error(TotpSetUpPage.CODE, "strongroomTotpSetUpWrong");
    }

    private StepResult error(String field, String key, Object... parameters) {
        return new StepResult.Show(page().renderError(field, key, parameters));
    }

    private EventBuilder event(EventType type) {
        return step.event()
                .clone()
                .event(type)
                .user(step.user())
                .detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE);
    }

    private TotpSetUpPage page() {
        return new TotpSetUpPage(step, secret(), !credentials().isEmpty(), cancellable);
    }

    /** Returns the login's secret. It does not change during the login, because the app may already have it. */
    private AppSecret secret() {
        String known = step.login().getAuthNote(SECRET);
        if (known != null) {
            return new AppSecret(known);
        }
        AppSecret created = AppSecret.random();
        step.login().setAuthNote(SECRET, created.base32());
        return created;
    }

    private Set<String> credentials() {
        return step.user()
                .credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .map(CredentialModel::getId)
                .collect(Collectors.toSet());
    }
}
