package io.strongroom.admin.policy;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.keycloak.models.UserModel;

/**
 * The effect of a policy on the next login of each enabled user. Service accounts are not counted.
 *
 * @param users         number of users
 * @param asked         number of users who would be asked for a factor they have
 * @param mustEnrol     number of users who would have to set up a factor immediately
 * @param refused       number of users who could not log in until an administrator helps, because their factors are
 *                      weaker than their role demands and users may not set up factors themselves
 * @param exempt        number of users with an exempt role
 * @param inGrace       number of users who could postpone setting up a factor
 * @param byFactor      for each factor that the policy accepts from any user, the number of users who have it and from
 *                      whom it would be accepted
 * @param byRole        the effect on the users of each role that holds its users to special methods
 * @param ownersMissing user names of the owners without a factor. The tenant can't require a factor until this list is
 *                      empty.
 * @param owners        the same owners as in {@code ownersMissing}, with their ids
 */
public record DryRun(
        long users,
        long asked,
        long mustEnrol,
        long refused,
        long exempt,
        long inGrace,
        Map<String, Long> byFactor,
        List<RoleEffect> byRole,
        List<String> ownersMissing,
        List<Owner> owners) {

    /** @param id id of the user */
    @Schema(name = "Owner")
    public record Owner(String id, String username) {

        static Owner of(UserModel user) {
            return new Owner(user.getId(), user.getUsername());
        }
    }

    /**
     * The effect of a policy on the users of one role. Users of several such roles are counted for each of them.
     *
     * @param role      name of the role as written in the policy
     * @param methods   the methods to which the role holds its users, the strongest first
     * @param users     number of users
     * @param asked     number of users who would be asked for a factor they have
     * @param mustEnrol number of users who would have to set up a factor immediately
     * @param refused   number of users who could not log in until an administrator helps
     * @param inGrace   number of users who could postpone setting up a factor
     * @param missing   user names of the first 20 users without an accepted factor who would be asked
     */
    @Schema(name = "RoleEffect")
    public record RoleEffect(
            String role,
            List<String> methods,
            long users,
            long asked,
            long mustEnrol,
            long refused,
            long inGrace,
            List<String> missing) {}
}
