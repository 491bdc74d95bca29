package io.strongroom.notify;

import io.strongroom.context.UserContext;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Origin;
import io.strongroom.notify.Notice.Subject;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.RoomStore;
import io.strongroom.state.KeycloakOneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds the data room members who have an accepted factor, and therefore have to pass it from now on. */
final class RoomMembers {

    /**
     * Minimum interval between two notices to a member. It limits the number of e-mails if an administrator
     * switches a rule on and off repeatedly.
     */
    private static final Duration MIN_INTERVAL = Duration.ofDays(1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RoomRule rule;
    private final Clock clock;

    /** @param realm the realm of the session's context */
    RoomMembers(KeycloakSession session, RealmModel realm, RoomRule rule, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.rule = rule;
        this.clock = clock;
    }

    /** Returns the room's group and all of its subgroups, or an empty list if the rule no longer applies. */
    List<GroupModel> groups() {
        return new RoomStore(session, realm)
                .find(rule.roomId())
                .filter(room -> RoomStore.policyOf(room).enforced())
                .map(room -> within(room).toList())
                .orElse(List.of());
    }

    private static Stream<GroupModel> within(GroupModel group) {
        return Stream.concat(Stream.of(group), group.getSubGroupsStream().flatMap(RoomMembers::within));
    }

    List<UserModel> members(GroupModel group, int first, int max) {
        return session.users().getGroupMembersStream(realm, group, first, max).toList();
    }

    /**
     * Returns the notice for a member; empty if the rule does not apply to them, or if they have no accepted factor
     * or were notified within the last day.
     */
    Optional<Notice> notice(UserModel member) {
        return new PolicyStore(session, realm)
                .roomsOf(member).stream()
                        .filter(room -> room.id().equals(rule.roomId()) && !room.administrator())
                        .findFirst()
                        .flatMap(room -> factor(member, room))
                        .filter(factor -> claimNotification(member))
                        .map(factor -> new Notice(
                                Kind.ROOM_REQUIRES, rule.realmId(), member.getId(), rule.at(), factor, Origin.HIDDEN));
    }

    private Optional<Subject> factor(UserModel member, Room room) {
        return new ReportedFactors(new UserContext(session, realm, member, clock)).askedFor(room);
    }

    private boolean claimNotification(UserModel member) {
        return new KeycloakOneTimeStore(session, realm)
                .claim(String.join(":", "told-of-room", rule.realmId(), rule.roomId(), member.getId()), MIN_INTERVAL);
    }
}
