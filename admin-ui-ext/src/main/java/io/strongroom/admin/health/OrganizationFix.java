package io.strongroom.admin.health;

import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.policy.store.MissingPolicy;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A fix for a finding about one organization, applied by one call to the admin API. */
enum OrganizationFix {
    /** Replaces each invalid value of the policy with the value that applies instead. */
    VALUES(organization -> organization.store().replaceInvalidValues()),
    /** Restores a policy that an update of the organization removed. */
    LOST_POLICY(organization -> MissingPolicy.of(
                    organization.realm(), organization.model().getId())
            .ifPresent(lost -> organization.store().replace(lost.attributes())));

    private final Consumer<OrganizationScope> action;

    OrganizationFix(Consumer<OrganizationScope> action) {
        this.action = action;
    }

    void run(OrganizationScope organization) {
        action.accept(organization);
    }

    /** Returns the id of the fix used in paths, such as {@code lost-policy}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<OrganizationFix> ofId(String id) {
        return Stream.of(values()).filter(fix -> fix.id().equals(id)).findFirst();
    }
}
