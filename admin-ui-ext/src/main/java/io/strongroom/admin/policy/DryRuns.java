package io.strongroom.admin.policy;

import io.strongroom.admin.policy.DryRun.Owner;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserPredicates;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.owner.Owners;
import io.strongroom.policy.TenantPolicy;
import jakarta.persistence.criteria.Predicate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.keycloak.authorization.fgap.AdminPermissionsSchema;

/** Computes how many users a policy would ask for a factor, without saving the policy (X8). */
final class DryRuns {

    private final AdminRequest request;

    DryRuns(AdminRequest request) {
        this.request = request;
    }

    /** Counts all enabled users, including those whom the administrator can't see, because the policy applies to them as well. */
    DryRun of(TenantPolicy tenant) {
        return AdminPermissionsSchema.runWithoutAuthorization(request.session(), () -> count(tenant));
    }

    private DryRun count(TenantPolicy tenant) {
        TenantStatusQuery standing = new TenantStatusQuery(
                request.session(), request.realm(), tenant, request.clock().instant());
        Function<UserPredicates, Predicate> lacksFactor = user -> user.builder()
                .and(standing.isAsked(user), standing.canPass(user).not());
        List<Owner> owners = new Owners(request.session(), request.realm(), tenant)
                .missing().stream()
                        .map(Owner::of)
                        .sorted(Comparator.comparing(Owner::username))
                        .toList();
        return new DryRun(
                users(standing, user -> user.builder().conjunction()),
                users(standing, user -> user.builder().and(standing.isAsked(user), standing.canPass(user))),
                users(
                        standing,
                        user -> user.builder()
                                .and(
                                        lacksFactor.apply(user),
                                        standing.graceRuns(user).not())),
                users(standing, standing::isExemptFrom),
                users(standing, user -> user.builder().and(lacksFactor.apply(user), standing.graceRuns(user))),
                owners.stream().map(Owner::username).toList(),
                owners);
    }

    private long users(TenantStatusQuery standing, Function<UserPredicates, Predicate> which) {
        return new UserPages(request.session(), request.realm())
                .count(UserSelection.all(standing).and(user -> user.builder().and(user.enabled(), which.apply(user))));
    }
}
