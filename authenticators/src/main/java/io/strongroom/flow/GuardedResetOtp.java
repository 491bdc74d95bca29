package io.strongroom.flow;

import com.google.auto.service.AutoService;
import io.strongroom.facts.OwnFactors;
import java.util.List;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.resetcred.ResetOTP;
import org.keycloak.credential.CredentialModel;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Replaces Keycloak's {@code reset-otp} step, which removes or replaces authenticator apps before required actions,
 * and thus before the guard. If a rule applies to the user, this step changes apps only after the user has passed a
 * factor. Until then, it continues with the flow, and the guard asks for a factor. Without a policy, it behaves
 * like Keycloak's step.
 */
@AutoService(AuthenticatorFactory.class)
public final class GuardedResetOtp extends ResetOTP {

    private static final String SELECTED_CREDENTIAL = "selectedCredentialId";

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (mayChange(context)) {
            reportingRemovals(context, () -> super.authenticate(context));
        } else {
            context.success();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (mayChange(context) && isApp(context)) {
            reportingRemovals(context, () -> super.action(context));
        } else {
            authenticate(context);
        }
    }

    private static boolean mayChange(AuthenticationFlowContext context) {
        return new OwnFactors(context.getSession()).mayChange(context.getUser(), context.getAuthenticationSession());
    }

    /**
     * Returns whether the selected credential is an authenticator app. This must be checked, because Keycloak
     * removes any credential submitted in the form.
     */
    private static boolean isApp(AuthenticationFlowContext context) {
        String selected = context.getHttpRequest().getDecodedFormParameters().getFirst(SELECTED_CREDENTIAL);
        return selected == null || apps(context).stream().anyMatch(app -> selected.equals(app.getId()));
    }

    /** Runs a step and emits an event for each app it removes, because Keycloak emits none. */
    private static void reportingRemovals(AuthenticationFlowContext context, Runnable step) {
        List<CredentialModel> before = apps(context);
        step.run();
        List<String> remaining =
                apps(context).stream().map(CredentialModel::getId).toList();
        if (new OwnFactors(context.getSession()).isGuarded()) {
            before.stream().filter(app -> !remaining.contains(app.getId())).forEach(app -> emitRemoval(context, app));
        }
    }

    private static void emitRemoval(AuthenticationFlowContext context, CredentialModel removed) {
        context.getEvent()
                .clone()
                .event(EventType.REMOVE_CREDENTIAL)
                .user(context.getUser())
                .detail(Details.CREDENTIAL_TYPE, OTPCredentialModel.TYPE)
                .detail(Details.CREDENTIAL_ID, removed.getId())
                .detail(Details.CREDENTIAL_USER_LABEL, removed.getUserLabel())
                .success();
    }

    private static List<CredentialModel> apps(AuthenticationFlowContext context) {
        return context.getUser()
                .credentialManager()
                .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                .toList();
    }
}
