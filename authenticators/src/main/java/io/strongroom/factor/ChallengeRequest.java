package io.strongroom.factor;

import io.strongroom.policy.Facts;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The guard's request to ask the user for a factor.
 *
 * @param accepted the accepted factors, of any method; those of the requested method are not empty
 * @param roomName name of the data room whose rule applies; empty for a rule of the tenant
 */
public record ChallengeRequest(
        LoginStep step, List<Facts.Factor> accepted, TenantPolicy tenant, Optional<String> roomName, Clock clock) {

    /** Returns the credential ids of the accepted factors of a method. */
    public List<String> credentialsOf(Method method) {
        return accepted.stream()
                .filter(factor -> factor.method().equals(method))
                .map(Facts.Factor::credentialId)
                .toList();
    }
}
