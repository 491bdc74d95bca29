package io.strongroom.guard;

import io.strongroom.factor.Impersonator;
import io.strongroom.factor.LoginStep;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Renders {@code strongroom-refused.ftl}: why there is no way in now, and what to do. */
final class RefusedPage {

    private RefusedPage() {}

    /** With a way to go on as oneself. */
    static Response ofImpersonator(LoginStep step) {
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
