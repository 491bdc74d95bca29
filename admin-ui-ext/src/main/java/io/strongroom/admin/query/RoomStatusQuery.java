package io.strongroom.admin.query;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.factor.Holding.Place;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.policy.Method;
import io.strongroom.policy.RoomPolicy;
import io.strongroom.policy.WithoutNumber;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Selects members of a data room by their status, as criteria of a query.
 *
 * @param roomId         id of the room
 * @param policy         the room's rule
 * @param groups         ids of the groups whose members are members of the room
 * @param profileNumbers whether numbers from the user profile attribute count
 */
public record RoomStatusQuery(String roomId, RoomPolicy policy, Set<String> groups, boolean profileNumbers)
        implements RowRule {

    /** Text that occurs only in the stored JSON of a number set for a room. */
    static final String ROOM_MARK = "\"dataRoom\"";

    @Override
    public boolean organizations() {
        return false;
    }

    @Override
    public Map<Set<String>, RoleGrants> roles() {
        return Map.of();
    }

    @Override
    public Standing standing(java.util.function.Predicate<Set<String>> holdsAny, Collection<String> organizations) {
        return Standing.ofMember(policy.methods());
    }

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
                search, user -> user.builder().and(user.memberOf(groups), is(status, user)), this, null);
    }

    /** Selects the members with a number to which the room's codes can be sent. */
    public UserSelection withNumber() {
        return members().and(this::hasNumber);
    }

    /** Selects the members who have this factor. */
    public UserSelection with(Factor factor) {
        return members().and(user -> has(factor, user));
    }

    /** Selects the members with any factor, including those that the room does not accept. */
    public UserSelection withSecondFactor() {
        return members()
                .and(user -> user.anyOf(Factors.all().stream()
                        .filter(factor -> factor.heldBy().place() != Place.VERIFIED_EMAIL
                                || factors().contains(factor))
                        .map(factor -> has(factor, user))));
    }

    /**
     * Selects the members who have to set up a factor at their next login before they can enter the room.
     *
     * @param administrators ids of the groups whose members are exempt from the rule because they administer the room
     */
    public UserSelection mustEnrol(Set<String> administrators) {
        return members()
                .and(user -> policy.enforced() && policy.withoutNumber() == WithoutNumber.ENROL
                        ? user.builder()
                                .and(
                                        user.enabled(),
                                        user.memberOf(administrators).not(),
                                        held(user).any().not())
                        : user.never());
    }

    /** Returns the factors that the room accepts, the strongest first. */
    public List<Factor> factors() {
        return Factors.all().stream()
                .filter(factor -> factor.heldBy().isAcceptedBy(policy.methods()))
                .toList();
    }

    /** Returns the status of one user, as computed by the query. */
    public UserStatus of(UserRow row) {
        return UserStatus.ofMember(row.locked(), methods(row));
    }

    /** Returns the methods of the factors that a user has for the room, the strongest first. */
    public Set<Method> methods(UserRow row) {
        return row.methods(factor -> factor.heldBy().place() == Place.PHONE_NUMBER
                ? row.factors().hasNumberUsableFor(roomId)
                        || row.usableProfileNumber().isPresent()
                : row.has(factor));
    }

    private Predicate is(UserStatus status, UserPredicates user) {
        if (status == null) {
            return user.builder().conjunction();
        }
        Predicate locked = user.locked(profileNumbers);
        return status.equals(UserStatus.LOCKED)
                ? locked
                : user.builder().and(held(user).are(status), locked.not());
    }

    private HeldFactors held(UserPredicates user) {
        return new HeldFactors(user, factors(), factor -> has(factor, user));
    }

    private Predicate has(Factor factor, UserPredicates user) {
        return factor.heldBy().place() == Place.PHONE_NUMBER ? hasNumber(user) : user.has(factor, profileNumbers);
    }

    private Predicate hasNumber(UserPredicates user) {
        Predicate stored = user.credential(SmsCredential.TYPE, number -> {
            Expression<String> data = user.dataOf(number, SmsCredential.TYPE);
            Predicate forAnyRoom = user.contains(data, ROOM_MARK);
            Predicate forThisRoom = user.contains(data, "\"" + roomId + "\"");
            return user.builder().or(forAnyRoom.not(), forThisRoom);
        });
        return profileNumbers ? user.builder().or(stored, user.profileNumber()) : stored;
    }
}
