package io.strongroom.policy;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A data room's rule, parsed from its group's attributes.
 *
 * @param enforced      whether the rule applies to members who are not administrators
 * @param methods       the accepted methods
 * @param withoutNumber how members without an accepted factor are treated
 * @param problems      attributes with invalid values
 */
public record RoomPolicy(boolean enforced, Set<Method> methods, WithoutNumber withoutNumber, List<Problem> problems) {

    public static final String DATA_ROOM = "dataRoom";
    public static final String ADMINISTRATORS = "dataRoom.administrators";
    public static final String ENFORCED = "twoFactor.enforced";

    /** Prefix of all rule attributes. */
    public static final String RULE_PREFIX = "twoFactor.";

    private static final FlagSetting ON_IF_INVALID =
            FlagSetting.byDefault(false).orIfInvalid(true);
    private static final String ONLY_ON_ROOMS = "only on data rooms";

    /** @param attributes returns the value of an attribute, or null if it is absent */
    public static RoomPolicy parse(UnaryOperator<String> attributes) {
        return parse(new Settings(attributes));
    }

    /** Returns every attribute of a data room's rule with its effective value. */
    public static List<Setting> settings(UnaryOperator<String> attributes) {
        Settings settings = new Settings(attributes);
        parse(settings);
        return settings.read();
    }

    private static RoomPolicy parse(Settings settings) {
        return new RoomPolicy(
                settings.flag(ENFORCED, ON_IF_INVALID),
                settings.methods("twoFactor.methods", Set.of(Method.SMS)),
                settings.oneOf(
                        "twoFactor.withoutNumber", WithoutNumber.class, WithoutNumber.ENROL, WithoutNumber.REFUSE),
                settings.problems());
    }

    /** Returns whether a group is a data room, that is, whether {@code dataRoom} has any value other than {@code false}. */
    public static boolean isDataRoom(UnaryOperator<String> attributes) {
        return isDataRoom(new Settings(attributes));
    }

    private static boolean isDataRoom(Settings settings) {
        return settings.flag(DATA_ROOM, ON_IF_INVALID);
    }

    /**
     * Returns whether a group's members administer the enclosing room: only the value {@code true} makes them
     * administrators.
     */
    public static boolean isAdministrators(UnaryOperator<String> attributes) {
        return isAdministrators(new Settings(attributes));
    }

    private static boolean isAdministrators(Settings settings) {
        return settings.flag(ADMINISTRATORS, FlagSetting.byDefault(false));
    }

    /** Returns the problems with the attributes of any group: a data room, a user group within one, or another group. */
    public static Stream<Problem> problemsOf(String groupName, UnaryOperator<String> attributes) {
        Settings kinds = new Settings(attributes);
        boolean isRoom = isDataRoom(kinds);
        boolean isAdministrators = isAdministrators(kinds);
        RoomPolicy policy = parse(attributes);
        Stream<Problem> misplaced = policy.enforced() && !isRoom
                ? Stream.of(new Problem(
                        ENFORCED,
                        attributes.apply(ENFORCED),
                        "no rule",
                        isAdministrators
                                ? ONLY_ON_ROOMS + "; it cannot be enforced on the administrators of a data room"
                                : ONLY_ON_ROOMS))
                : Stream.empty();
        return Stream.of(kinds.problems().stream(), policy.problems().stream(), misplaced)
                .flatMap(problems -> problems)
                .map(problem -> problem.in("group " + groupName));
    }
}
