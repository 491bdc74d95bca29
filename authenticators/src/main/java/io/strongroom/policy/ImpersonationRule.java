package io.strongroom.policy;

import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Clause.Refuse;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator meets who acts as a user. They do not have the user's factor, so they are never asked for it, and they set
 * up none: they are refused, or let in without it. What an application asks for by itself, and a change of factors, is refused in
 * any case.
 */
record ImpersonationRule(Impersonation setting) {

    Decision decide(List<Clause> open) {
        List<Clause> counting = open.stream().filter(clause -> !canWait(clause)).toList();
        List<Clause> refused = counting.stream()
                .filter(clause -> !isWaived(clause))
                .map(ImpersonationRule::refuse)
                .toList();
        boolean letIn = refused.size() < counting.size();
        return new Decision(refused, letIn ? Optional.of(Reason.IMPERSONATED) : Optional.empty());
    }

    /** The user would get in as well, without anything being set up. */
    private static boolean canWait(Clause clause) {
        return clause.way() instanceof Enrol enrol && enrol.laterUntil().isPresent();
    }

    private boolean isWaived(Clause clause) {
        return setting == Impersonation.ALLOW
                && switch (clause.reason()) {
                    case TENANT_REQUIRES, ROLE_REQUIRES, USER_SET_UP_A_FACTOR, DATA_ROOM_ENFORCES -> true;
                    case DATA_ROOM_REQUESTED, APPLICATION_ASKS, FACTORS_CHANGE, IMPERSONATED -> false;
                };
    }

    private static Clause refuse(Clause clause) {
        return new Clause(Reason.IMPERSONATED, clause.room(), new Refuse());
    }
}
