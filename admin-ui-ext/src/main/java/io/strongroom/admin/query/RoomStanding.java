package io.strongroom.admin.query;

import io.strongroom.policy.Method;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.WithoutNumber;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Set;

/**
 * Where the members of a data room stand with it, in the terms of a query.
 *
 * @param roomId  its id
 * @param groups  ids of the groups whose members are members of the room
 * @param outside whether the number of the attribute counts
 */
public record RoomStanding(String roomId, Set<String> groups, boolean outside) {

    /** What the stored JSON of a number has, where it was set for a room. */
    static final String ROOM_MARK = "\"dataRoom\"";

    /** @param status null: whatever it is */
    public UserSelection selection(String search, UserStatus status) {
        return new UserSelection(
                search,
                user -> user.builder().and(user.memberOf(groups), is(status, user)),
                UserPredicates::never,
                UserPredicates::never,
                outside,
                null);
    }

    /** Those to whose number a code could be sent. */
    public UserSelection withNumber() {
        return selection(null, null).and(this::hasNumber);
    }

    /** Those with a number or an authenticator app, whatever the room accepts. */
    public UserSelection withSecondFactor() {
        return selection(null, null).and(user -> user.builder().or(hasNumber(user), hasApp(user)));
    }

    /**
     * Those who have to set up a factor at their next login before they get into the room.
     *
     * @param rule           the room's
     * @param administrators ids of the groups whose members the rule does not ask
     */
    public UserSelection mustEnrol(RoomPolicy rule, Set<String> administrators) {
        return selection(null, null)
                .and(user -> rule.enforced() && rule.withoutNumber() == WithoutNumber.ENROL
                        ? user.builder()
                                .and(
                                        user.enabled(),
                                        user.memberOf(administrators).not(),
                                        accepted(rule, user).not())
                        : user.never());
    }

    private Predicate accepted(RoomPolicy rule, UserPredicates user) {
        return user.builder()
                .or(rule.methods().stream()
                        .map(method -> method == Method.SMS ? hasNumber(user) : hasApp(user))
                        .toArray(Predicate[]::new));
    }

    /** What the query says of one user. */
    public UserStatus of(UserRow row) {
        boolean sms = row.factors().hasNumberUsableFor(roomId) || row.outside().isPresent();
        return UserStatus.ofMember(row.locked(), sms, row.factors().has(Method.TOTP));
    }

    private Predicate is(UserStatus status, UserPredicates user) {
        if (status == null) {
            return user.builder().conjunction();
        }
        Predicate sms = hasNumber(user);
        Predicate totp = hasApp(user);
        Predicate locked = user.locked(outside);
        Predicate fits = switch (status) {
            case LOCKED -> locked;
            case BOTH -> user.builder().and(sms, totp);
            case SMS -> user.builder().and(sms, totp.not());
            case TOTP -> user.builder().and(sms.not(), totp);
            case NONE -> user.builder().and(sms.not(), totp.not());
            case UNKNOWN, EXEMPT, IN_GRACE -> user.never();
        };
        return status == UserStatus.LOCKED ? fits : user.builder().and(fits, locked.not());
    }

    private static Predicate hasApp(UserPredicates user) {
        return user.credential(Method.TOTP.credentialType());
    }

    private Predicate hasNumber(UserPredicates user) {
        Predicate stored = user.credential(Method.SMS.credentialType(), number -> {
            Expression<String> data = user.dataOf(number, Method.SMS.credentialType());
            Predicate forAnyRoom = user.contains(data, ROOM_MARK);
            Predicate forThisRoom = user.contains(data, "\"" + roomId + "\"");
            return user.builder().or(forAnyRoom.not(), forThisRoom);
        });
        return outside ? user.builder().or(stored, user.profileNumber()) : stored;
    }
}
