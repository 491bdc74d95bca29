package io.strongroom.policy;

import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Clause.Refuse;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether an administrator may impersonate a user. The administrator does not have the user's factor, so
 * there is no challenge and no enrolment: each clause is refused or waived. Step-up requests, data rooms requested by
 * an application, and factor changes are always refused.
 */
record ImpersonationRule(Impersonation setting) {

    Decision decide(List<Clause> open) {
        List<Clause> mandatory =
                open.stream().filter(clause -> !isPostponable(clause)).toList();
        List<Clause> refused = mandatory.stream()
                .filter(clause -> !isWaived(clause))
                .map(ImpersonationRule::refuse)
                .toList();
        boolean anyWaived = refused.size() < mandatory.size();
        return new Decision(refused, anyWaived ? Optional.of(Reason.IMPERSONATED) : Optional.empty());
    }

    /** Returns whether the user could postpone the clause, in which case it does not stop the administrator either. */
    private static boolean isPostponable(Clause clause) {
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
