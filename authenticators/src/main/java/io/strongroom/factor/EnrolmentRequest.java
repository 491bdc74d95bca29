package io.strongroom.factor;

import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;

/**
 * The guard's request to set up a factor. The user can't cancel it, because no application requested it.
 *
 * @param roomName name of the data room whose rule applies; empty for a rule of the tenant
 */
public record EnrolmentRequest(
        RequiredActionContext context, LoginStep step, TenantPolicy tenant, Optional<String> roomName, Clock clock) {

    public static final boolean NOT_CANCELLABLE = false;
}
