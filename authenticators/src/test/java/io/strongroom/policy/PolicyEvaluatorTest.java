package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Clause.Enrol;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Facts.Passed;
import io.strongroom.policy.Facts.Room;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The decision rules as tables. {@code has}: the user's factors {@code sms}, {@code totp}, a second number {@code sms2}, and
 * {@code sms@A}, a number set for data room A. {@code passed}: the factors passed in this login; {@code totp?} is one that a
 * flow verified without naming the credential. {@code rooms}: the data rooms that count, enforced unless {@code off}, with their
 * methods, their {@code withoutNumber}, and {@code admin} if the user is one of the administrators. {@code open}: the open
 * clauses, {@code ask}, {@code enrol} or {@code refuse}, or {@code -} for none.
 */
@DisplayName("The decision")
class PolicyEvaluatorTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("about the tenant's rule")
    @CsvSource(delimiter = '|', textBlock = """
        off: a user without a factor is not asked                        | off      | totp,sms |           |           | -
        T1 off: a user with a factor is not asked                        | off      | totp,sms | sms totp  |           | -
        O7 switched off: a factor set up before is not asked for         | off      | totp     | totp      |           | -
        optional: a user without a factor is not asked                   | optional | totp,sms |           |           | -
        T1 optional: a user with a factor is asked for it                | optional | totp,sms | totp      |           | user: ask totp
        T3 optional: a user with two factors may use either              | optional | totp,sms | totp sms  |           | user: ask totp sms
        optional: passing the factor closes the clause                   | optional | totp,sms | totp      | totp      | -
        D11 optional: a data room's number is not the user's own factor  | optional | totp,sms | sms@A     |           | -
        security 20: a factor of the other strategy comes before set-up  | optional | sms      | totp      |           | user: ask totp
        C1 optional: after passing it, the user sets up the other one    | optional | sms      | totp      | totp      | user: enrol sms
        O2 required: a user without a factor sets one up                 | required | totp,sms |           |           | tenant: enrol totp sms
        C5 required, SMS strategy: the user sets up a number             | required | sms      |           |           | tenant: enrol sms
        C9 required, TOTP strategy: the user sets up an app              | required | totp     |           |           | tenant: enrol totp
        O6 required: the user is asked for the factor                    | required | totp     | totp      |           | tenant: ask totp
        C1 required: only factors of the active strategy are asked for   | required | sms      | totp sms  |           | tenant: ask sms
        security 20: a factor of the old strategy is passed once         | required | sms      | totp      |           | tenant: ask totp
        C15 then the user sets up a new one: the old one does not count  | required | sms      | totp      | totp      | tenant: enrol sms
        required: every factor of an accepted method is asked for        | required | sms      | sms sms2  |           | tenant: ask sms sms2
        required: passing a factor closes the clause                     | required | totp,sms | totp sms  | sms       | -
        required: one of two numbers is enough                           | required | sms      | sms sms2  | sms2      | -
        X1 passing a method the user no longer has does not count        | required | totp,sms | sms       | totp      | tenant: ask sms
        X1 passing a number that was removed since does not count        | required | sms      | sms2      | sms       | tenant: ask sms2
        X1 a passed factor does not count if no factor is set up         | required | sms      |           | sms       | tenant: enrol sms
        a verification by the flow counts for its method                 | required | totp,sms | totp sms  | totp?     | -
        X1 a verification by the flow does not count for another method  | required | sms      | totp sms  | totp?     | tenant: ask sms
        X1 a bad value never switches off: REQUIERD is read as required  | REQUIERD | totp     |           |           | tenant: enrol totp
        """)
    void tenant(String rule, String enforcement, String methods, String has, String passed, String open) {
        assertEquals(open, decide(enforcement, methods, "", has, passed));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("about the rule of one data room")
    @CsvSource(delimiter = '|', textBlock = """
        D4 a room that does not enforce does not ask                         | A:off           | sms          |            | -
        D1 a member with a number is asked                                   | A               | sms@A        |            | A: ask sms@A
        D2 passing the number set for the member closes the clause           | A               | sms@A        | sms@A      | -
        D7 the number set for the member is the only one accepted            | A               | sms sms@A    |            | A: ask sms@A
        D7 the user's own number does not count if one is set                | A               | sms sms@A    | sms        | A: ask sms@A
        D10 if no number is set for the room, the user's own counts          | A               | sms          |            | A: ask sms
        any of the user's own numbers counts                                 | A               | sms sms2     | sms2       | -
        security 20: another room's number comes before set-up               | A               | sms@B        |            | A: ask sms@B
        X1 but it does not count for this room                               | A               | sms@B        | sms@B      | A: enrol sms
        X1 passing another room's number does not open this room             | A               | sms@B sms    | sms@B      | A: ask sms
        security 20: an app comes before set-up of a number                  | A               | totp         |            | A: ask totp
        an app does not count for a room that accepts SMS only               | A               | totp         | totp       | A: enrol sms
        X1 passing an app does not open a room that accepts SMS only         | A               | totp sms     | totp       | A: ask sms
        a room may accept apps too                                           | A:totp,sms      | totp         |            | A: ask totp
        a room that accepts apps only ignores the number set for it          | A:totp          | totp sms@A   |            | A: ask totp
        a number set for the member takes precedence over an app             | A:totp,sms      | totp sms@A   | totp       | A: ask sms@A
        D12 without a number: enrol                                          | A:enrol         |              |            | A: enrol sms
        D12 without a number, by default: enrol                              | A               |              |            | A: enrol sms
        D12 without a number: enrol offers all methods of the room           | A:totp,sms      |              |            | A: enrol totp sms
        D12 without a number: allow                                          | A:allow         |              |            | -
        D12 allow: a member with a number set for the room is still asked    | A:allow         | sms@A        |            | A: ask sms@A
        D12 allow: a member with an own number is still asked                | A:allow         | sms          |            | A: ask sms
        D12 allow: another room's number does not count here                 | A:allow         | sms@B        |            | -
        D12 without a number: refuse                                         | A:refuse        |              |            | A: refuse
        D12 refuse: a member with a number is asked                          | A:refuse        | sms@A        |            | A: ask sms@A
        D12 refuse: an app does not help if the room accepts SMS only        | A:refuse        | totp         |            | A: refuse
        D12 a bad value never opens: withoutNumber=allowed refuses           | A:allowed       |              |            | A: refuse
        D5 administrators of the room are not asked                          | A:admin         |              |            | -
        D5 administrators of the room are not refused                        | A:admin,refuse  |              |            | -
        D6 administrators are not asked for a number set for them            | A:admin         | sms@A        |            | -
        """)
    void room(String rule, String rooms, String has, String passed, String open) {
        assertEquals(open, decide("off", "totp,sms", rooms, has, passed));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("about several rules together")
    @CsvSource(delimiter = '|', textBlock = """
        of several rooms, the user passes one                            | off      | A B              | sms@A sms@B |             | A: ask sms@A
        passing either room is enough                                    | off      | A B              | sms@A sms@B | sms@B       | -
        a room with a number comes before one that needs set-up          | off      | A B              | sms@B       |             | B: ask sms@B
        a room with a number comes before one that refuses               | off      | A:refuse B       | sms@B       |             | B: ask sms@B
        a room that needs set-up comes before one that refuses           | off      | A:refuse B:enrol |             |             | B: enrol sms
        if all rooms refuse, the user is refused                         | off      | A:refuse B:refuse|             |             | A: refuse
        D12 a room that allows does not open one that asks               | off      | A:allow B        | sms@B       |             | B: ask sms@B
        D12 a room that allows does not open one that refuses            | off      | A:allow B:refuse |             |             | B: refuse
        D5 an administrator of one room is asked as a member of another  | off      | A:admin B        | sms@A sms@B |             | B: ask sms@B
        a room that does not enforce does not open one that does         | off      | A:off B          | sms@A sms@B | sms@A       | B: ask sms@B
        the room asks first, then the tenant                             | required | A                | totp sms@A  |             | A: ask sms@A; tenant: ask totp sms@A
        a passed app closes the tenant's clause, not the room's          | required | A                | totp sms@A  | totp        | A: ask sms@A
        a passed number of the room closes both                          | required | A                | totp sms@A  | sms@A       | -
        D5 administrators of a room are asked by their tenant            | required | A:admin          | totp        |             | tenant: ask totp
        D12 the room allows, but the tenant asks                         | required | A:allow          |             |             | tenant: enrol totp sms
        D12 the room refuses, whatever the tenant accepts                | required | A:refuse         | totp        | totp        | A: refuse
        D11 optional: the room's number also meets the tenant's rule     | optional | A                | totp sms@A  | sms@A       | -
        """)
    void together(String rule, String enforcement, String rooms, String has, String passed, String open) {
        assertEquals(open, decide(enforcement, "totp,sms", rooms, has, passed));
    }

    @Test
    @DisplayName("is satisfied without open clauses, and otherwise the first open clause is next")
    void next() {
        Clause first = new Clause(Reason.DATA_ROOM_ENFORCES, Optional.empty(), new Clause.Refuse());
        Clause second = new Clause(Reason.TENANT_REQUIRES, Optional.empty(), new Clause.Refuse());

        assertTrue(new Decision(List.of()).isSatisfied());
        assertEquals(Optional.empty(), new Decision(List.of()).next());
        assertEquals(Optional.of(first), new Decision(List.of(first, second)).next());
        assertEquals(false, new Decision(List.of(first, second)).isSatisfied());
    }

    @Test
    @DisplayName("X1 fails without facts instead of letting the user in")
    void noFacts() {
        assertThrows(NullPointerException.class, () -> PolicyEvaluator.decide(null));
    }

    private static String decide(String enforcement, String methods, String rooms, String has, String passed) {
        TenantPolicy tenant =
                TestPolicies.tenant("twoFactor.enforcement=" + enforcement, "twoFactor.methods=" + methods);
        Facts facts = new Facts(
                tenant,
                Facts.User.ordinary(),
                tokens(rooms).stream().map(PolicyEvaluatorTest::roomOf).toList(),
                tokens(has).stream().map(PolicyEvaluatorTest::factorOf).toList(),
                tokens(passed).stream().map(PolicyEvaluatorTest::passedOf).toList(),
                Facts.Login.plain(Instant.EPOCH));
        String open = PolicyEvaluator.decide(facts).open().stream()
                .map(PolicyEvaluatorTest::sentence)
                .collect(Collectors.joining("; "));
        return open.isEmpty() ? "-" : open;
    }

    private static Room roomOf(String token) {
        String[] nameAndSettings = (token + ":").split(":", -1);
        List<String> settings = Arrays.asList(nameAndSettings[1].split(","));
        String methods = settings.stream().filter(s -> s.matches("sms|totp")).collect(Collectors.joining(","));
        String withoutNumber =
                settings.stream().filter(s -> !s.matches("sms|totp|off|admin")).collect(Collectors.joining());
        RoomPolicy policy = TestPolicies.room(Stream.of(
                        "twoFactor.enforced=" + !settings.contains("off"),
                        "twoFactor.methods=" + methods,
                        "twoFactor.withoutNumber=" + withoutNumber)
                .filter(attribute -> !attribute.endsWith("="))
                .toArray(String[]::new));
        boolean administrator = settings.contains("admin");
        boolean requested = false;
        return new Room("id-of-" + nameAndSettings[0], nameAndSettings[0], policy, administrator, requested);
    }

    private static Factor factorOf(String token) {
        String room = token.contains("@") ? "id-of-" + token.substring(token.indexOf('@') + 1) : null;
        return new Factor(methodOf(token), token, room);
    }

    private static Passed passedOf(String token) {
        return new Passed(Optional.of(methodOf(token)), token.endsWith("?") ? null : token, Instant.EPOCH);
    }

    private static Method methodOf(String token) {
        return token.startsWith("totp") ? Method.TOTP : Method.SMS;
    }

    private static String sentence(Clause clause) {
        String who = switch (clause.reason()) {
            case TENANT_REQUIRES -> "tenant";
            case USER_SET_UP_A_FACTOR -> "user";
            case DATA_ROOM_ENFORCES, DATA_ROOM_REQUESTED ->
                clause.room().orElseThrow().name();
            case ROLE_REQUIRES -> "role";
            case APPLICATION_ASKS -> "application";
            case FACTORS_CHANGE -> "change";
            case IMPERSONATED -> "impersonation";
        };
        return who + ": " + wayOf(clause);
    }

    private static String wayOf(Clause clause) {
        if (clause.way() instanceof Challenge challenge) {
            return "ask "
                    + challenge.factors().stream().map(Factor::credentialId).collect(Collectors.joining(" "));
        }
        return clause.way() instanceof Enrol enrol
                ? "enrol " + enrol.methods().stream().sorted().map(Method::word).collect(Collectors.joining(" "))
                : "refuse";
    }

    private static List<String> tokens(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split(" +"));
    }
}
