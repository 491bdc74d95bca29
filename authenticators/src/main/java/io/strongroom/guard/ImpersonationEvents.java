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

/** What is recorded of an administrator who acts as a user that is asked for a second factor. */
final class ImpersonationEvents {

    private static final String REFUSED = "impersonation_refused";

    private ImpersonationEvents() {}

    /** In the event of the login that goes on without the factor. */
    static void tellLetIn(RequiredActionContext context, Decision decision) {
        if (decision.letIn().filter(Reason.IMPERSONATED::equals).isPresent()) {
            impersonator(context).ifPresent(by -> context.getEvent().detail(EventDetails.IMPERSONATED, by.name()));
        }
    }

    static void tellRefused(RequiredActionContext context) {
        EventBuilder event = context.getEvent().clone().event(EventType.LOGIN).user(context.getUser());
        impersonator(context).ifPresent(by -> event.detail(EventDetails.IMPERSONATED, by.name()));
        ErrorEvents.emitAfterTransaction(context.getSession(), event, REFUSED);
    }

    private static Optional<Impersonator> impersonator(RequiredActionContext context) {
        return Impersonator.of(context.getSession(), context.getAuthenticationSession(), context.getUser());
    }
}
