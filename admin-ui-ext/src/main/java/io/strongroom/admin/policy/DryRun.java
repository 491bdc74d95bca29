package io.strongroom.admin.policy;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.UserModel;

/**
 * The effect of a policy on the next login of each enabled user. Service accounts are not counted.
 *
 * @param users         number of users
 * @param asked         number of users who would be asked for a factor they have
 * @param mustEnrol     number of users who would have to set up a factor immediately
 * @param exempt        number of users with an exempt role
 * @param inGrace       number of users who could postpone setting up a factor
 * @param ownersMissing user names of the owners without a factor. The tenant can't require a factor until this list is
 *                      empty.
 * @param owners        the same owners as in {@code ownersMissing}, with their ids
 */
public record DryRun(
        long users,
        long asked,
        long mustEnrol,
        long exempt,
        long inGrace,
        List<String> ownersMissing,
        List<Owner> owners) {

    /** @param id id of the user */
    @Schema(name = "Owner")
    public record Owner(String id, String username) {

        static Owner of(UserModel user) {
            return new Owner(user.getId(), user.getUsername());
        }
    }
}
