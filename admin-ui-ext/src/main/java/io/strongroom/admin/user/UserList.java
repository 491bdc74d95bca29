package io.strongroom.admin.user;

import io.strongroom.admin.query.FullNumbers;
import io.strongroom.admin.query.OrganizationScope;
import io.strongroom.admin.query.TenantStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserSelection;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.Paging;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Loads pages of users: first the users of the realm, then those of directories whose users are not imported. */
public final class UserList {

    private final AdminRequest request;
    private final Directories directories;

    public UserList(AdminRequest request) {
        this.request = request;
        this.directories = new Directories(request.session(), request.realm());
    }

    /** @param status the status to select, or null for any */
    List<UserSummary> page(String search, UserStatus status, Paging paging) {
        if (!request.access().viewsAllUsers() && !request.access().listsAreNarrowed()) {
            return List.of();
        }
        TenantStatusQuery standing = new TenantStatusQuery(request);
        UserSelection selection = UserSelection.of(standing, search, status);
        UserPages pages = new UserPages(request.session(), request.realm());
        List<UserSummary> known =
                status == UserStatus.UNKNOWN ? List.of() : summaries(pages.page(selection, paging), standing);
        boolean withUnknown = (status == null || status == UserStatus.UNKNOWN)
                && known.size() < paging.max()
                && request.access().viewsAllUsers()
                && directories.any();
        return withUnknown
                ? Stream.concat(known.stream(), unknown(search, pages.count(selection), known.size(), paging))
                        .toList()
                : known;
    }

    /**
     * Loads a page of the members of an organization whom the administrator may see. Like Keycloak's own list of
     * members, it contains no users of directories that do not import them.
     *
     * @param status the status to select, or null for any
     */
    public List<UserSummary> members(OrganizationScope organization, String search, UserStatus status, Paging paging) {
        if (!request.access().listsMembers()) {
            return List.of();
        }
        TenantStatusQuery standing = organization.standing();
        UserSelection selection = UserSelection.of(standing, search, status).and(organization::isMember);
        return summaries(new UserPages(request.session(), request.realm()).page(selection, paging), standing);
    }

    private List<UserSummary> summaries(List<UserRow> rows, TenantStatusQuery standing) {
        Predicate<String> fullNumbers = FullNumbers.of(request, rows);
        VisibleOrganizations visible = new VisibleOrganizations(request);
        return rows.stream()
                .map(row -> UserSummary.of(row, standing.now(), fullNumbers, visible::of))
                .toList();
    }

    /**
     * @param knownTotal  number of the realm's users that match
     * @param knownOnPage number of the realm's matching users on this page
     */
    private Stream<UserSummary> unknown(String search, long knownTotal, int knownOnPage, Paging paging) {
        int first = Math.toIntExact(Math.max(0, paging.first() - knownTotal));
        return directories.users(search, first, paging.max() - knownOnPage).map(UserSummary::unknown);
    }
}
