package io.strongroom.admin.health;

import io.strongroom.admin.request.AdminRequest;
import java.util.function.Predicate;
import org.keycloak.models.UserModel;

/**
 * What findings about an organization may reveal about its members.
 *
 * @param any   whether the reader may know anything about members
 * @param named checks whether the reader may know that this user is a member
 */
record ShownMembers(boolean any, Predicate<UserModel> named) {

    /** Returns what an administrator of the realm may know: everything. */
    static ShownMembers all() {
        return new ShownMembers(true, user -> true);
    }

    /** Returns what an administrator who may view the organization may know: only about users whom they may view. */
    static ShownMembers to(AdminRequest request) {
        return new ShownMembers(request.access().listsMembers(), request.access()::canView);
    }
}
