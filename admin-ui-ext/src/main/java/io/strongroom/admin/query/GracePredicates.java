package io.strongroom.admin.query;

import io.strongroom.admin.query.OrganizationPredicates.Of;
import io.strongroom.facts.GraceStart;
import io.strongroom.policy.Grace;
import io.strongroom.policy.PolicyPart;
import jakarta.persistence.criteria.Predicate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** The grace of users who are asked for a factor, as criteria of a query. It runs while that of each of their policies runs. */
record GracePredicates(TenancyPredicates tenancy, Instant now) {

    Predicate runs(UserPredicates user) {
        if (!tenancy.organizations().areOn()) {
            return runs(tenancy.realm().grace(), user);
        }
        Predicate ofRealm = user.builder()
                .or(
                        tenancy.realmCounts(Of.NOT_EXEMPT, user).not(),
                        runs(tenancy.realm().grace(), user));
        Stream<Predicate> ofOrganizations = tenancy.organizations().values(PolicyPart.GRACE).stream()
                .map(this::limit)
                .distinct()
                .map(limit -> user.builder()
                        .or(
                                tenancy.organizations()
                                        .any(
                                                Of.NOT_EXEMPT,
                                                PolicyPart.GRACE,
                                                grace -> limit(grace).equals(limit),
                                                user)
                                        .not(),
                                runs(limit, user)));
        return user.builder()
                .and(Stream.concat(Stream.of(ofRealm), ofOrganizations).toArray(Predicate[]::new));
    }

    /**
     * The limit that grace has now.
     *
     * @param isOver whether nobody's grace runs
     * @param days   the days of grace from the user's first login; 0 if everybody's grace runs
     */
    private record Limit(boolean isOver, int days) {}

    private Limit limit(Grace grace) {
        boolean isOver = grace.endFor(Optional.empty(), now).isEmpty();
        return new Limit(isOver, isOver ? 0 : grace.days());
    }

    private Predicate runs(Grace grace, UserPredicates user) {
        return runs(limit(grace), user);
    }

    private Predicate runs(Limit limit, UserPredicates user) {
        if (limit.isOver() || limit.days() == 0) {
            return user.constant(!limit.isOver());
        }
        long latestExpiredStart = now.minus(Duration.ofDays(limit.days())).toEpochMilli();
        return user.credential(
                        GraceStart.TYPE,
                        memory -> user.builder().lessThanOrEqualTo(memory.<Long>get("createdDate"), latestExpiredStart))
                .not();
    }
}
