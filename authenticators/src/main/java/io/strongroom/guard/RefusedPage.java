package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** Renders {@code strongroom-refused.ftl}: why there is no way in now, and what to do. */
final class RefusedPage {

    private RefusedPage() {}

    static Response of(LoginStep step, String messageKey, Object... parameters) {
        String message = step.form().get().getMessage(messageKey, parameters);
        return step.page().setAttribute("refusal", Map.of("message", message)).createForm("strongroom-refused.ftl");
    }
}
