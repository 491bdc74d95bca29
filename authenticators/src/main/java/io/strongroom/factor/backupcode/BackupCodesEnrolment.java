package io.strongroom.factor.backupcode;

import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.FulfilledActions;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.NewFactor;
import io.strongroom.factor.backupcode.BackupCodes.Renewed;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.UserModel;

/**
 * Gives a user a new set of codes and shows it once. Replaces saved codes only at the user's request, but always
 * replaces a set that the user has not confirmed with "I have saved them".
 */
final class BackupCodesEnrolment {

    private static final String RECOVERY_CODES = UserModel.RequiredAction.CONFIGURE_RECOVERY_AUTHN_CODES.name();

    private final LoginStep step;
    private final BackupCodes codes;
    private final int count;
    private final boolean cancellable;
    private final Clock clock;

    /**
     * @param count       number of codes, 1 to 20
     * @param cancellable whether the user may cancel because an application started the enrolment
     */
    BackupCodesEnrolment(LoginStep step, int count, boolean cancellable, Clock clock) {
        this.step = step;
        this.codes = new BackupCodes(step.context(clock));
        this.count = count;
        this.cancellable = cancellable;
        this.clock = clock;
    }

    Response show() {
        return codes.set()
                .filter(BackupCodeSet::saved)
                .filter(set -> set.left() > 0)
                .map(this::question)
                .orElseGet(this::newSet);
    }

    /**
     * Handles a submitted page.
     *
     * @return the next page; empty if the user is done
     */
    Optional<Response> process() {
        if (step.input().has("saved")) {
            boolean current = step.input().field("set").filter(codes::markSaved).isPresent();
            if (current) {
                FulfilledActions.clear(BackupCodesEnrolActionFactory.ID, step);
                FulfilledActions.clear(RECOVERY_CODES, step); // Strongroom's codes serve the same purpose
            }
            return current ? Optional.empty() : Optional.of(show());
        }
        if (step.input().has("renew")) {
            return Optional.of(newSet());
        }
        if (isDeclined() && hasCodes()) {
            codes.putOff(step.login());
            return Optional.empty();
        }
        return Optional.of(show());
    }

    /**
     * Returns whether the user declined new codes. Keycloak handles {@code cancel-aia} itself, unless the login
     * also requires the action.
     */
    private boolean isDeclined() {
        return step.input().has("later") || step.input().has("cancel-aia");
    }

    private boolean hasCodes() {
        return codes.set().filter(BackupCodeSet::saved).isPresent();
    }

    private Response question(BackupCodeSet set) {
        return page(
                step.page(),
                Map.of("left", set.left(), "low", set.isRunningLow(), "cancel", cancellable, "codes", List.of()));
    }

    private Response newSet() {
        boolean first = codes.set().isEmpty();
        Renewed renewed = codes.renew(count, clock.millis());
        // A new set is a new authenticator, so its limits start from zero (NIST SP 800-63B-4 3.2.2).
        FactorEntries.of(step, clock)
                .of(BackupCodes.TYPE, renewed.credentialId())
                .accepted();
        BackupCodeEvents.of(step, first ? BackupCodeEvents.CREATED : BackupCodeEvents.RENEWED, count)
                .success();
        List<String> shown = renewed.codes().stream().map(BackupCode::shown).toList();
        LoginFormsProvider form =
                NewFactor.wasSetUp(step.login()) ? step.page().setSuccess("strongroomSetUpDone") : step.page();
        return page(
                form,
                Map.of(
                        "codes",
                        shown,
                        "set",
                        renewed.credentialId(),
                        "replaced",
                        !first,
                        // already offered on the new factor's page
                        "offerSignOut",
                        !NewFactor.wasSetUp(step.login()),
                        "tenant",
                        LoginTenant.of(step).name()));
    }

    private static Response page(LoginFormsProvider form, Map<String, Object> model) {
        return form.setAttribute("backupPage", model).createForm("strongroom-backup-codes.ftl");
    }
}
