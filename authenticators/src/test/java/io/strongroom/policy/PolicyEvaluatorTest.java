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
 * The decision rules as tables. {@code has} are the user's factors: {@code sms}, {@code totp}, a second one {@code sms2},
 * and {@code sms@A}, a number set for data room A. {@code passed} names those shown in this login; {@code totp?} is one that
 * a flow verified without saying which. {@code rooms} are the data rooms that count, enforced unless {@code off}; with their
 * methods, what happens without a number, and {@code admin} where the user is one of the administrators. {@code open} is
 * what the login still has to do: {@code ask}, {@code enrol}, {@code refuse}, or {@code -}, nothing.
 */
@DisplayName("Decision")
class PolicyEvaluatorTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("of the tenant's rule")
    @CsvSource(delimiter = '|', textBlock = """
        off: nobody is asked                                             | off      | totp,sms |           |           | -
        T1 off: not even who has a factor                                | off      | totp,sms | sms totp  |           | -
        O7 switched off: a factor set up before is not asked for         | off      | totp     | totp      |           | -
        optional: who has no factor is not asked                         | optional | totp,sms |           |           | -
        T1 optional: who set up a factor is asked for it                 | optional | totp,sms | totp      |           | user: ask totp
        T3 optional: who set up both may use either                      | optional | totp,sms | totp sms  |           | user: ask totp sms
        optional: what was passed closes it                              | optional | totp,sms | totp      | totp      | -
        D11 optional: a data room's number is no factor of the own       | optional | totp,sms | sms@A     |           | -
        security 20: a factor of the other strategy comes before set-up  | optional | sms      | totp      |           | user: ask totp
        C1 optional: once that was passed, the other one is set up       | optional | sms      | totp      | totp      | user: enrol sms
        O2 required: who has no factor sets one up                       | required | totp,sms |           |           | tenant: enrol totp sms
        C5 required, SMS strategy: a number is to be set up              | required | sms      |           |           | tenant: enrol sms
        C9 required, TOTP strategy: an app is to be set up               | required | totp     |           |           | tenant: enrol totp
        O6 required: the factor is asked for                             | required | totp     | totp      |           | tenant: ask totp
        C1 required: only factors of the active strategy are asked for   | required | sms      | totp sms  |           | tenant: ask sms
        security 20: who has a factor of the old strategy passes it once | required | sms      | totp      |           | tenant: ask totp
        C15 and then sets up anew: the old one does not count            | required | sms      | totp      | totp      | tenant: enrol sms
        required: every factor of an accepted method is asked for        | required | sms      | sms sms2  |           | tenant: ask sms sms2
        required: what was passed closes it                              | required | totp,sms | totp sms  | sms       | -
        required: one of two numbers is enough                           | required | sms      | sms sms2  | sms2      | -
        X1 a factor passed that is not the user's any more is none       | required | totp,sms | sms       | totp      | tenant: ask sms
        X1 a factor passed and removed since is none                     | required | sms      | sms2      | sms       | tenant: ask sms2
        X1 nothing set up, but something passed, is not enough           | required | sms      |           | sms       | tenant: enrol sms
        a flow's own verification counts for its method                  | required | totp,sms | totp sms  | totp?     | -
        X1 a flow's own verification does not count for another method   | required | sms      | totp sms  | totp?     | tenant: ask sms
        X1 nonsense never opens: enforcement REQUIERD is required        | REQUIERD | totp     |           |           | tenant: enrol totp
        """)
    void tenant(String rule, String enforcement, String methods, String has, String passed, String open) {
        assertEquals(open, decide(enforcement, methods, "", has, passed));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("of one data room's rule")
    @CsvSource(delimiter = '|', textBlock = """
        D4 a room that does not enforce asks nobody                          | A:off           | sms          |            | -
        D1 a member with a number is asked                                   | A               | sms@A        |            | A: ask sms@A
        D2 the number set for the member closes it                           | A               | sms@A        | sms@A      | -
        D7 the number set for the member is the only one accepted            | A               | sms sms@A    |            | A: ask sms@A
        D7 the user's own number does not do where one is set                | A               | sms sms@A    | sms        | A: ask sms@A
        D10 without a number set for the room, the user's own does           | A               | sms          |            | A: ask sms
        any of the user's own numbers does                                   | A               | sms sms2     | sms2       | -
        security 20: another room's number comes before set-up                | A               | sms@B        |            | A: ask sms@B
        X1 but does not do                                                   | A               | sms@B        | sms@B      | A: enrol sms
        X1 passing another room's number opens nothing                       | A               | sms@B sms    | sms@B      | A: ask sms
        security 20: an app comes before set-up of a number                  | A               | totp         |            | A: ask totp
        an app is no factor for a room that takes SMS only                   | A               | totp         | totp       | A: enrol sms
        X1 passing an app does not open a room that takes SMS only           | A               | totp sms     | totp       | A: ask sms
        a room may take apps too                                             | A:totp,sms      | totp         |            | A: ask totp
        a room that takes apps only ignores the number set for it            | A:totp          | totp sms@A   |            | A: ask totp
        a number set for the member outranks an app                          | A:totp,sms      | totp sms@A   | totp       | A: ask sms@A
        D12 without a number: enrol                                          | A:enrol         |              |            | A: enrol sms
        D12 without a number, by default: enrol                              | A               |              |            | A: enrol sms
        D12 without a number: set-up is offered by all methods of the room   | A:totp,sms      |              |            | A: enrol totp sms
        D12 without a number: allowed in                                     | A:allow         |              |            | -
        D12 allow: who has a number is asked all the same                    | A:allow         | sms@A        |            | A: ask sms@A
        D12 allow: who has an own number is asked all the same               | A:allow         | sms          |            | A: ask sms
        D12 allow: another room's number is none here                        | A:allow         | sms@B        |            | -
        D12 without a number: refused                                        | A:refuse        |              |            | A: refuse
        D12 refuse: who has a number is asked                                | A:refuse        | sms@A        |            | A: ask sms@A
        D12 refuse: having an app does not help where SMS is wanted          | A:refuse        | totp         |            | A: refuse
        D12 nonsense never opens: withoutNumber=allowed refuses              | A:allowed       |              |            | A: refuse
        D5 administrators of the room are not asked                          | A:admin         |              |            | -
        D5 nor refused                                                       | A:admin,refuse  |              |            | -
        D6 nor asked for a number set for them                               | A:admin         | sms@A        |            | -
        """)
    void room(String rule, String rooms, String has, String passed, String open) {
        assertEquals(open, decide("off", "totp,sms", rooms, has, passed));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("where several rules meet")
    @CsvSource(delimiter = '|', textBlock = """
        of several rooms one has to be passed                            | off      | A B              | sms@A sms@B |             | A: ask sms@A
        passing either one will do                                       | off      | A B              | sms@A sms@B | sms@B       | -
        the room with a number is asked before one that wants set-up     | off      | A B              | sms@B       |             | B: ask sms@B
        the room with a number is asked before one that refuses          | off      | A:refuse B       | sms@B       |             | B: ask sms@B
        set-up is asked before a refusal                                 | off      | A:refuse B:enrol |             |             | B: enrol sms
        refused by all: refused                                          | off      | A:refuse B:refuse|             |             | A: refuse
        D12 a room that allows does not open one that asks               | off      | A:allow B        | sms@B       |             | B: ask sms@B
        D12 a room that allows does not open one that refuses            | off      | A:allow B:refuse |             |             | B: refuse
        D5 administrator of one room, member of another: asked there     | off      | A:admin B        | sms@A sms@B |             | B: ask sms@B
        a room that does not enforce does not open one that does         | off      | A:off B          | sms@A sms@B | sms@A       | B: ask sms@B
        room and tenant ask one after the other                          | required | A                | totp sms@A  |             | A: ask sms@A; tenant: ask totp sms@A
        a passed app closes the tenant's clause, not the room's          | required | A                | totp sms@A  | totp        | A: ask sms@A
        a passed number of the room closes both                          | required | A                | totp sms@A  | sms@A       | -
        D5 administrators of a room are asked by their tenant            | required | A:admin          | totp        |             | tenant: ask totp
        D12 allowed into the room, asked by the tenant                   | required | A:allow          |             |             | tenant: enrol totp sms
        D12 refused by the room, whatever the tenant would take          | required | A:refuse         | totp        | totp        | A: refuse
        D11 optional: an own factor is asked besides the room's          | optional | A                | totp sms@A  | sms@A       | -
        """)
    void together(String rule, String enforcement, String rooms, String has, String passed, String open) {
        assertEquals(open, decide(enforcement, "totp,sms", rooms, has, passed));
    }

    @Test
    @DisplayName("nothing open is satisfied; the first open clause is next")
    void next() {
        Clause first = new Clause(Reason.DATA_ROOM_ENFORCES, Optional.empty(), new Clause.Refuse());
        Clause second = new Clause(Reason.TENANT_REQUIRES, Optional.empty(), new Clause.Refuse());

        assertTrue(new Decision(List.of()).isSatisfied());
        assertEquals(Optional.empty(), new Decision(List.of()).next());
        assertEquals(Optional.of(first), new Decision(List.of(first, second)).next());
        assertEquals(false, new Decision(List.of(first, second)).isSatisfied());
    }

    @Test
    @DisplayName("X1 without the facts there is no decision, rather than an open door")
    void noFacts() {
        assertThrows(NullPointerException.class, () -> PolicyEvaluator.decide(null));
    }

    private static String decide(String enforcement, String methods, String rooms, String has, String passed) {
        TenantPolicy tenant =
                TestPolicies.tenant("twoFactor.enforcement=" + enforcement, "twoFactor.methods=" + methods);
        Facts facts = new Facts(
                tenant,
                new Facts.User(false, false, Facts.Unusable.NONE, Optional.empty()),
                words(rooms).stream().map(PolicyEvaluatorTest::roomOf).toList(),
                words(has).stream().map(PolicyEvaluatorTest::factorOf).toList(),
                words(passed).stream().map(PolicyEvaluatorTest::passedOf).toList(),
                Facts.Login.plain(Instant.EPOCH));
        String open = PolicyEvaluator.decide(facts).open().stream()
                .map(PolicyEvaluatorTest::sentence)
                .collect(Collectors.joining("; "));
        return open.isEmpty() ? "-" : open;
    }

    private static Room roomOf(String word) {
        String[] nameAndSettings = (word + ":").split(":", -1);
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
        return new Room("id-of-" + nameAndSettings[0], nameAndSettings[0], policy, settings.contains("admin"), false);
    }

    private static Factor factorOf(String word) {
        String room = word.contains("@") ? "id-of-" + word.substring(word.indexOf('@') + 1) : null;
        return new Factor(methodOf(word), word, room);
    }

    private static Passed passedOf(String word) {
        return new Passed(Optional.of(methodOf(word)), word.endsWith("?") ? null : word, Instant.EPOCH);
    }

    private static Method methodOf(String word) {
        return word.startsWith("totp") ? Method.TOTP : Method.SMS;
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

    private static List<String> words(String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.asList(text.strip().split(" +"));
    }
}
