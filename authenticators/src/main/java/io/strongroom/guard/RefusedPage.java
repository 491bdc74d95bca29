package io.strongroom.guard;

import io.strongroom.factor.Impersonator;
import io.strongroom.factor.LoginStep;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Renders {@code strongroom-refused.ftl}, which explains why the login is refused and what the user can do. */
final class RefusedPage {

    private RefusedPage() {}

    /**
     * Renders the page for an administrator who impersonates the user, with a sign-out link, so that they can
     * continue with their own account.
     */
    static Response forImpersonator(LoginStep step) {
        String message = step.form().get().getMessage(Impersonator.REFUSED);
        String signOut = OIDCLoginProtocolService.logoutUrl(
                        step.session().getContext().getUri())
                .build(step.realm().getName())
                .toString();
        return step.page()
                .setAttribute("refusal", Map.of("message", message, "signOut", signOut))
                .createForm("strongroom-refused.ftl");
    }

    static Response of(LoginStep step, String messageKey, Object... parameters) {
        String message = step.form().get().getMessage(messageKey, parameters);
        return step.page().setAttribute("refusal", Map.of("message", message)).createForm("strongroom-refused.ftl");
    }
}
