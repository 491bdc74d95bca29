package io.strongroom.notify;

import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Origin;
import io.strongroom.notify.Notice.Subject;
import io.strongroom.policy.Facts.Room;
import io.strongroom.policy.Method;
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
import org.keycloak.models.credential.OTPCredentialModel;

/** Whom of a data room the rule concerns and finds prepared: they can be asked from now on. */
final class RoomMembers {

    /** Who switches a rule on and off does not fill mailboxes. */
    private static final Duration BETWEEN_TWO = Duration.ofDays(1);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final RoomRule rule;
    private final Clock clock;

    /** @param realm the one that the session's context is in */
    RoomMembers(KeycloakSession session, RealmModel realm, RoomRule rule, Clock clock) {
        this.session = session;
        this.realm = realm;
        this.rule = rule;
        this.clock = clock;
    }

    /** The room and all groups within it; empty where the rule does not hold any more. */
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

    List<UserModel> members(GroupModel group, int first, int most) {
        return session.users().getGroupMembersStream(realm, group, first, most).toList();
    }

    /** Empty for those whom the rule does not ask, who have nothing to be asked for, or were told today. */
    Optional<Notice> notice(UserModel member) {
        return new PolicyStore(session, realm)
                .roomsOf(member).stream()
                        .filter(room -> room.id().equals(rule.roomId()) && !room.administrator())
                        .findFirst()
                        .flatMap(room -> factor(member, room))
                        .filter(factor -> isFirstToday(member))
                        .map(factor -> new Notice(
                                Kind.ROOM_REQUIRES, rule.realmId(), member.getId(), rule.at(), factor, Origin.UNTOLD));
    }

    private Optional<Subject> factor(UserModel member, Room room) {
        return number(member, room).or(() -> app(member, room));
    }

    /** The number that was set for this room goes before one of the member's own. */
    private Optional<Subject> number(UserModel member, Room room) {
        if (!room.policy().methods().contains(Method.SMS)) {
            return Optional.empty();
        }
        List<SmsCredential> numbers = new SmsCredentials(session, member, clock).trusted();
        return Stream.of(room.id(), "")
                .flatMap(wanted -> numbers.stream()
                        .filter(number -> wanted.equals(number.dataRoom() == null ? "" : number.dataRoom())))
                .findFirst()
                .map(number -> new Subject(
                        SmsCredential.TYPE, null, number.number().masked().shown(), null, room.name()));
    }

    private static Optional<Subject> app(UserModel member, Room room) {
        boolean hasOne = room.policy().methods().contains(Method.TOTP)
                && member.credentialManager()
                        .getStoredCredentialsByTypeStream(OTPCredentialModel.TYPE)
                        .findAny()
                        .isPresent();
        return hasOne
                ? Optional.of(new Subject(OTPCredentialModel.TYPE, null, null, null, room.name()))
                : Optional.empty();
    }

    private boolean isFirstToday(UserModel member) {
        return new KeycloakOneTimeStore(session, realm)
                .claim(String.join(":", "told-of-room", rule.realmId(), rule.roomId(), member.getId()), BETWEEN_TWO);
    }
}
