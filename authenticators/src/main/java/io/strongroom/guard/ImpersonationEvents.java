package io.strongroom.guard;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.Impersonator;
import io.strongroom.policy.Decision;
import io.strongroom.policy.Reason;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Records in events that an administrator impersonates a user who would need a second factor. */
final class ImpersonationEvents {

    private static final String REFUSED = "impersonation_refused";

    private ImpersonationEvents() {}

    /** Adds the impersonator to the login event if a clause was waived because of the impersonation. */
    static void recordAllowed(RequiredActionContext context, Decision decision) {
        if (decision.letIn().filter(Reason.IMPERSONATED::equals).isPresent()) {
            impersonator(context).ifPresent(by -> context.getEvent().detail(EventDetails.IMPERSONATED, by.name()));
        }
    }

    /** Emits a login error after the transaction. */
    static void emitRefused(RequiredActionContext context) {
        EventBuilder event = context.getEvent().clone().event(EventType.LOGIN).user(context.getUser());
        impersonator(context).ifPresent(by -> event.detail(EventDetails.IMPERSONATED, by.name()));
        ErrorEvents.emitAfterTransaction(context.getSession(), event, REFUSED);
    }

    private static Optional<Impersonator> impersonator(RequiredActionContext context) {
        return Impersonator.of(context.getSession(), context.getAuthenticationSession(), context.getUser());
    }
}
