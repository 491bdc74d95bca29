package io.strongroom.policy;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A data room's rule, parsed once from its group's attributes.
 *
 * @param enforced      whether members who are no administrators are asked
 * @param methods       the factors it accepts
 * @param withoutNumber what happens to a member without a number
 */
public record RoomPolicy(boolean enforced, Set<Method> methods, WithoutNumber withoutNumber, List<Problem> problems) {

    public static final String DATA_ROOM = "dataRoom";
    public static final String ADMINISTRATORS = "dataRoom.administrators";
    public static final String ENFORCED = "twoFactor.enforced";

    /** How the attributes of a rule begin. */
    public static final String RULE_PREFIX = "twoFactor.";

    /** @param attributes gives the value of an attribute, or null where it is absent */
    public static RoomPolicy parse(UnaryOperator<String> attributes) {
        return parse(new Settings(attributes));
    }

    /** Every attribute of a data room's rule, and the value that holds. */
    public static List<Setting> settings(UnaryOperator<String> attributes) {
        Settings settings = new Settings(attributes);
        parse(settings);
        return settings.read();
    }

    private static RoomPolicy parse(Settings settings) {
        return new RoomPolicy(
                settings.flag(ENFORCED, false, true),
                settings.methods("twoFactor.methods", Set.of(Method.SMS)),
                settings.oneOf(
                        "twoFactor.withoutNumber", WithoutNumber.class, WithoutNumber.ENROL, WithoutNumber.REFUSE),
                settings.problems());
    }

    /** Whether a group is a data room: anything but an absent or {@code false} value makes it one. */
    public static boolean isDataRoom(UnaryOperator<String> attributes) {
        return new Settings(attributes).flag(DATA_ROOM, false, true);
    }

    /** Whether a group holds its room's administrators: nobody is one by a value that is not allowed. */
    public static boolean isAdministrators(UnaryOperator<String> attributes) {
        return new Settings(attributes).flag(ADMINISTRATORS, false, false);
    }

    /** An organization is no data room: what would make a group one says nothing there. */
    public static Stream<Problem> problemsOfOrganization(String name, UnaryOperator<String> attributes) {
        return Stream.of(DATA_ROOM, ADMINISTRATORS, ENFORCED)
                .filter(attribute -> attributes.apply(attribute) != null)
                .map(attribute -> new Problem(
                                attribute, attributes.apply(attribute), "no rule", "on groups of the organization")
                        .in("organization " + name));
    }

    /** What is wrong with the attributes of a group, be it a data room, one of its user groups or neither. */
    public static Stream<Problem> problemsOf(String groupName, UnaryOperator<String> attributes) {
        Settings kinds = new Settings(attributes);
        boolean room = kinds.flag(DATA_ROOM, false, true);
        boolean administrators = kinds.flag(ADMINISTRATORS, false, false);
        RoomPolicy policy = parse(attributes);
        Stream<Problem> misplaced = policy.enforced() && !room
                ? Stream.of(new Problem(
                        ENFORCED,
                        attributes.apply(ENFORCED),
                        "no rule",
                        administrators
                                ? "on data rooms; it cannot be enforced on the administrators of a data room"
                                : "on data rooms"))
                : Stream.empty();
        return Stream.of(kinds.problems().stream(), policy.problems().stream(), misplaced)
                .flatMap(problems -> problems)
                .map(problem -> problem.in("group " + groupName));
    }
}
