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
 * Stands in for Keycloak's {@code reset-otp}, which removes or replaces apps before any required action is asked, and so before the
 * guard. Where a rule protects the user, it does so only once a factor was passed; before that, it lets the flow go on and leaves the rest
 * to the guard. In a realm without a policy nothing differs.
 */
@AutoService(AuthenticatorFactory.class)
public final class GuardedResetOtp extends ResetOTP {

    private static final String SELECTED = "selectedCredentialId";

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (mayChange(context)) {
            telling(context, () -> super.authenticate(context));
        } else {
            context.success();
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (mayChange(context) && isApp(context)) {
            telling(context, () -> super.action(context));
        } else {
            authenticate(context);
        }
    }

    private static boolean mayChange(AuthenticationFlowContext context) {
        return new OwnFactors(context.getSession()).mayChange(context.getUser(), context.getAuthenticationSession());
    }

    /** Keycloak removes whatever credential the form names. */
    private static boolean isApp(AuthenticationFlowContext context) {
        String selected = context.getHttpRequest().getDecodedFormParameters().getFirst(SELECTED);
        return selected == null || apps(context).stream().anyMatch(app -> selected.equals(app.getId()));
    }

    /** Keycloak removes apps without a word. */
    private static void telling(AuthenticationFlowContext context, Runnable step) {
        List<CredentialModel> before = apps(context);
        step.run();
        List<String> left = apps(context).stream().map(CredentialModel::getId).toList();
        if (new OwnFactors(context.getSession()).isGuarded()) {
            before.stream().filter(app -> !left.contains(app.getId())).forEach(app -> tell(context, app));
        }
    }

    private static void tell(AuthenticationFlowContext context, CredentialModel removed) {
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
