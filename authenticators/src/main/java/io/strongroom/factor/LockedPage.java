package io.strongroom.factor;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.keycloak.events.EventType;

/**
 * Renders {@code strongroom-locked.ftl}, which says that the factor is locked and lets the user switch to another
 * one.
 */
public final class LockedPage {

    private LockedPage() {}

    /**
     * Renders the page and emits {@code factor_locked} after the transaction.
     *
     * @param factor     credential type
     * @param messageKey message key for this factor
     */
    public static Response of(LoginStep step, String factor, String messageKey) {
        ErrorEvents.emitAfterTransaction(
                step.session(),
                step.event()
                        .clone()
                        .event(EventType.LOGIN)
                        .user(step.user())
                        .detail(EventDetails.SECOND_FACTOR, factor),
                "factor_locked");
        return step.page()
                .setAttribute("locked", Map.of("messageKey", messageKey))
                .createForm("strongroom-locked.ftl");
    }
}
