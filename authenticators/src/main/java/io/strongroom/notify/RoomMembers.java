package io.strongroom.notify;

import io.strongroom.context.UserContext;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Subject;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.store.PolicyStore;
import io.strongroom.policy.store.RoomStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Finds the data room members who have an accepted factor, and therefore have to pass it from now on. */
record RoomMembers(KeycloakSession session, RealmModel realm, Announced announced) implements Audience {

    /** Returns the room's group and all of its subgroups, or an empty list if the rule no longer applies. */
    @Override
    public List<GroupModel> groups() {
        return new RoomStore(session, realm)
                .find(announced.rule().id())
                .filter(room -> RoomStore.policyOf(room).enforced())
                .map(room -> within(room).toList())
                .orElse(List.of());
    }

    private static Stream<GroupModel> within(GroupModel group) {
        return Stream.concat(Stream.of(group), group.getSubGroupsStream().flatMap(RoomMembers::within));
    }

    @Override
    public Optional<Notice> notice(UserModel member) {
        return new PolicyStore(session, realm)
                .roomsOf(member).stream()
                        .filter(room -> room.id().equals(announced.rule().id()) && !room.administrator())
                        .findFirst()
                        .flatMap(room -> factor(member, room))
                        .flatMap(factor -> announced.notice(Kind.ROOM_REQUIRES, member, factor));
    }

    private Optional<Subject> factor(UserModel member, Room room) {
        return new ReportedFactors(new UserContext(session, realm, member, Clock.systemUTC())).askedFor(room);
    }
}
