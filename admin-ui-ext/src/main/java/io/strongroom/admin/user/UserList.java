package io.strongroom.admin.user;

import io.strongroom.admin.query.TenantStanding;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import io.strongroom.policy.store.PolicyStore;
import java.util.List;
import java.util.stream.Stream;

/** Pages of users: those of the realm, then those of directories whose users are not imported. */
final class UserList {

    private final AdminRequest request;
    private final Directories directories;

    UserList(AdminRequest request) {
        this.request = request;
        this.directories = new Directories(request.session(), request.realm());
    }

    /** @param status null: whatever it is */
    List<UserSummary> page(String search, UserStatus status, Paging paging) {
        TenantStanding standing = new TenantStanding(
                request.session(),
                request.realm(),
                new PolicyStore(request.session(), request.realm()).tenant(),
                request.clock().instant());
        UserSelection selection = UserSelection.of(standing, search, status);
        UserPages pages = new UserPages(request.session(), request.realm());
        boolean whole = request.access().seesNumbers();
        List<UserSummary> known = status == UserStatus.UNKNOWN
                ? List.of()
                : pages.page(selection, paging).stream()
                        .map(row -> summary(row, standing, whole))
                        .toList();
        boolean withUnknown = (status == null || status == UserStatus.UNKNOWN)
                && known.size() < paging.max()
                && request.access().viewsAllUsers()
                && directories.any();
        return withUnknown
                ? Stream.concat(known.stream(), unknown(search, pages.count(selection), known.size(), paging))
                        .toList()
                : known;
    }

    private static UserSummary summary(UserRow row, TenantStanding standing, boolean whole) {
        return UserSummary.of(row, standing.tenant(), standing.now(), whole);
    }

    private Stream<UserSummary> unknown(String search, long before, int taken, Paging paging) {
        int first = Math.toIntExact(Math.max(0, paging.first() - before));
        return directories.users(search, first, paging.max() - taken).map(UserSummary::unknown);
    }
}
