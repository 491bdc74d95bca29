package io.strongroom.admin.query;

import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.util.Set;

/**
 * What the rule of a list says about one of its users.
 *
 * @param policy   the policy that applies to the user
 * @param required whether the user has a role that requires a second factor
 * @param held     whether a role holds the user to special methods
 * @param accepted the methods that are accepted from this user
 */
public record Standing(TenantPolicy policy, boolean exempt, boolean required, boolean held, Set<Method> accepted) {

    private static final TenantPolicy ASKS_NOBODY = TenantPolicy.parse(name -> null);

    /** Returns the standing of a member of a data room, whose rule has no roles and no grace. */
    static Standing ofMember(Set<Method> accepted) {
        return new Standing(ASKS_NOBODY, false, false, false, accepted);
    }
}
