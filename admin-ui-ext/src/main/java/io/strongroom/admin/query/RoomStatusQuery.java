package io.strongroom.admin.query;

import io.strongroom.policy.Method;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.WithoutNumber;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Set;

/**
 * Selects members of a data room by their status, as criteria of a query.
 *
 * @param roomId         id of the room
 * @param groups         ids of the groups whose members are members of the room
 * @param profileNumbers whether numbers from the user profile attribute count
 */
public record RoomStatusQuery(String roomId, Set<String> groups, boolean profileNumbers) {

    /** Text that occurs only in the stored JSON of a number set for a room. */
    static final String ROOM_MARK = "\"dataRoom\"";

    /** Selects all members. */
    public UserSelection members() {
        return selection(null, null);
    }

    /**
     * @param search part of the user's name or e-mail address, or null
     * @param status the status to select, or null for any
     */
    public UserSelection selection(String search, UserStatus status) {
        return new UserSelection(
                search,
                user -> user.builder().and(user.memberOf(groups), is(status, user)),
                UserPredicates::never,
                UserPredicates::never,
                profileNumbers,
                null);
    }

    /** Selects the members with a number to which the room's codes can be sent. */
    public UserSelection withNumber() {
        return members().and(this::hasNumber);
    }

    /** Selects the members with a number or an authenticator app, including factors that the room does not accept. */
    public UserSelection withSecondFactor() {
        return members().and(user -> user.builder().or(hasNumber(user), hasApp(user)));
    }

    /**
     * Selects the members who have to set up a factor at their next login before they can enter the room.
     *
     * @param rule           the rule of the room
     * @param administrators ids of the groups whose members are exempt from the rule because they administer the room
     */
    public UserSelection mustEnrol(RoomPolicy rule, Set<String> administrators) {
        return members()
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

    /** Returns the status of one user, as computed by the query. */
    public UserStatus of(UserRow row) {
        boolean sms = row.factors().hasNumberUsableFor(roomId)
                || row.usableProfileNumber().isPresent();
        return UserStatus.ofMember(row.locked(), sms, row.factors().has(Method.TOTP));
    }

    private Predicate is(UserStatus status, UserPredicates user) {
        if (status == null) {
            return user.builder().conjunction();
        }
        Predicate sms = hasNumber(user);
        Predicate totp = hasApp(user);
        Predicate locked = user.locked(profileNumbers);
        Predicate matches = switch (status) {
            case LOCKED -> locked;
            case BOTH -> user.builder().and(sms, totp);
            case SMS -> user.builder().and(sms, totp.not());
            case TOTP -> user.builder().and(sms.not(), totp);
            case NONE -> user.builder().and(sms.not(), totp.not());
            case UNKNOWN, EXEMPT, IN_GRACE -> user.never();
        };
        return status == UserStatus.LOCKED ? matches : user.builder().and(matches, locked.not());
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
        return profileNumbers ? user.builder().or(stored, user.profileNumber()) : stored;
    }
}
