package io.strongroom.admin.room;

import io.strongroom.admin.query.FullNumbers;
import io.strongroom.admin.query.RoomStatusQuery;
import io.strongroom.admin.query.UserPages;
import io.strongroom.admin.query.UserRow;
import io.strongroom.admin.query.UserStatus;
import io.strongroom.admin.request.AdminRequest;
import io.strongroom.admin.request.NumberDisplay;
import io.strongroom.admin.request.Paging;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.attribute.PhoneNumberDeclaration;
import io.strongroom.policy.Method;
import io.strongroom.policy.store.RoomStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.models.GroupModel;

/** Loads pages of a data room's members with three SQL statements, regardless of the number of members. */
final class Members {

    private final AdminRequest request;
    private final GroupModel room;
    private final RoomGroups groups;

    Members(AdminRequest request, GroupModel room) {
        this.request = request;
        this.room = room;
        this.groups = RoomGroups.of(room);
    }

    List<MemberRepresentation> page(String search, UserStatus status, Paging paging) {
        boolean profileNumbers = new PhoneNumberDeclaration(request.session()).isProtectedFromUsers();
        RoomStatusQuery standing = new RoomStatusQuery(
                room.getId(), RoomStore.policyOf(room), groups.names().keySet(), profileNumbers);
        List<UserRow> rows =
                new UserPages(request.session(), request.realm()).page(standing.selection(search, status), paging);
        Map<String, Set<String>> memberships =
                memberships(rows.stream().map(UserRow::id).toList());
        Predicate<String> fullNumbers = FullNumbers.of(request, rows);
        return rows.stream()
                .map(row -> member(row, standing, memberships.get(row.id()), fullNumbers))
                .toList();
    }

    private MemberRepresentation member(
            UserRow row, RoomStatusQuery standing, Set<String> memberOf, Predicate<String> fullNumbers) {
        return new MemberRepresentation(
                row.id(),
                row.username(),
                row.email(),
                row.firstName(),
                row.lastName(),
                row.enabled(),
                memberOf.stream().map(groups.names()::get).sorted().toList(),
                memberOf.stream().anyMatch(groups.administrators()::contains),
                NumberDisplay.number(
                        row.factors().numberFor(room.getId()).map(SmsCredential::number),
                        () -> fullNumbers.test(row.id())),
                standing.of(row).id(),
                standing.methods(row).stream().map(Method::word).toList());
    }

    /** Returns the ids of each user's groups in the room, by user id. */
    private Map<String, Set<String>> memberships(List<String> userIds) {
        Map<String, Set<String>> memberships = new HashMap<>();
        if (!userIds.isEmpty()) {
            request.session()
                    .getProvider(JpaConnectionProvider.class)
                    .getEntityManager()
                    .createQuery(
                            "select m.user.id, m.groupId from UserGroupMembershipEntity m"
                                    + " where m.user.id in (:users) and m.groupId in (:groups)",
                            Object[].class)
                    .setParameter("users", userIds)
                    .setParameter("groups", groups.names().keySet())
                    .getResultList()
                    .forEach(row -> memberships
                            .computeIfAbsent((String) row[0], id -> new TreeSet<>())
                            .add((String) row[1]));
        }
        return memberships;
    }
}
