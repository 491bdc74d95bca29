package io.strongroom.admin.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.UserModel;

/**
 * Whom a rule would ask at their next login. Service accounts are not counted.
 *
 * @param users         how many users there are
 * @param asked         how many would be asked for a factor they have
 * @param mustEnrol     how many would have to set one up at once
 * @param exempt        how many are exempt by role
 * @param inGrace       how many could put it off
 * @param ownersMissing names of the owners without a factor, who keep the rule from being required
 * @param owners        the same owners, with their ids
 */
public record DryRun(
        long users,
        long asked,
        long mustEnrol,
        long exempt,
        long inGrace,
        List<String> ownersMissing,
        List<Owner> owners) {

    /** @param id of the user */
    @Schema(name = "Owner")
    public record Owner(String id, String username) {

        static Owner of(UserModel user) {
            return new Owner(user.getId(), user.getUsername());
        }
    }
}
