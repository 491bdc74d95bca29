package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.map;
import static io.strongroom.policy.TestPolicies.room;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rule of a data room")
class RoomPolicyTest {

    @Test
    @DisplayName("D12 enforces nothing for a group without attributes, and SMS and enrol are the defaults")
    void defaults() {
        assertEquals(new RoomPolicy(false, Set.of(Method.SMS), WithoutNumber.ENROL, List.of()), room());
        assertFalse(RoomPolicy.isDataRoom(name -> null));
        assertFalse(RoomPolicy.isAdministrators(name -> null));
    }

    @ParameterizedTest(name = "D3 twoFactor.enforced \"{0}\" is {1}")
    @CsvSource({"true,true", "TRUE,true", "' true ',true", "false,false", "False,false"})
    void enforced(String value, boolean expected) {
        RoomPolicy policy = room("twoFactor.enforced=" + value);

        assertEquals(expected, policy.enforced());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(name = "X1 is enforced if twoFactor.enforced has the bad value \"{0}\", which is a problem")
    @ValueSource(strings = {"yes", "no", "1", "0", "off", "fasle", "true,false", "", "  "})
    void badEnforced(String value) {
        RoomPolicy policy = room("twoFactor.enforced=" + value);

        assertTrue(policy.enforced());
        assertEquals(List.of(new Problem("twoFactor.enforced", value, "true", "true, false")), policy.problems());
    }

    @ParameterizedTest(name = "D12 twoFactor.withoutNumber \"{0}\" is {1}")
    @CsvSource({"enrol,ENROL", "allow,ALLOW", "refuse,REFUSE", "Allow,ALLOW"})
    void withoutNumber(String value, WithoutNumber expected) {
        RoomPolicy policy = room("twoFactor.withoutNumber=" + value);

        assertEquals(expected, policy.withoutNumber());
        assertEquals(List.of(), policy.problems());
    }

    @ParameterizedTest(
            name =
                    "X1 refuses members without a number if twoFactor.withoutNumber has the bad value \"{0}\", which is a "
                            + "problem")
    @ValueSource(strings = {"allowed", "enroll", "true", "let in", "", " "})
    void badWithoutNumber(String value) {
        RoomPolicy policy = room("twoFactor.withoutNumber=" + value);

        assertEquals(WithoutNumber.REFUSE, policy.withoutNumber());
        assertEquals(
                List.of(new Problem("twoFactor.withoutNumber", value, "refuse", "enrol, allow, refuse")),
                policy.problems());
    }

    @Test
    @DisplayName("drops unknown methods and uses SMS if none is left")
    void badMethods() {
        RoomPolicy policy = room("twoFactor.methods=fax");

        assertEquals(Set.of(Method.SMS), policy.methods());
        assertEquals(
                List.of(new Problem("twoFactor.methods", "fax", "sms", String.join(",", Setting.allMethods()))),
                policy.problems());
    }

    @ParameterizedTest(name = "a group with dataRoom \"{0}\" is a data room: {1}")
    @CsvSource({
        "true,true",
        "TRUE,true",
        "false,false",
        "'',true",
        "' ',true",
        "yes,true",
        "1,true",
        "no,true",
        "ture,true"
    })
    void dataRoom(String value, boolean expected) {
        assertEquals(expected, RoomPolicy.isDataRoom(map("dataRoom=" + value)::get));
    }

    @ParameterizedTest(name = "D5 a group with dataRoom.administrators \"{0}\" is the administrators'' group: {1}")
    @CsvSource({"true,true", "True,true", "false,false", "'',false", "yes,false", "1,false", "ture,false", "on,false"})
    void administrators(String value, boolean expected) {
        assertEquals(expected, RoomPolicy.isAdministrators(map("dataRoom.administrators=" + value)::get));
    }

    @ParameterizedTest(name = "{0}={1} is reported with the effective value {2}")
    @CsvSource({
        "dataRoom,yes,true",
        "dataRoom.administrators,yes,false",
        "twoFactor.enforced,yes,true",
        "twoFactor.withoutNumber,yes,refuse",
        "twoFactor.methods,fax,sms",
        "dataRoom,'',true",
        "dataRoom.administrators,' ',false",
        "twoFactor.enforced,'',true",
        "twoFactor.withoutNumber,'',refuse",
        "twoFactor.methods,' ',sms"
    })
    void badValuesOfAGroupAreReported(String name, String value, String effective) {
        Map<String, String> attributes = map("dataRoom=true");
        attributes.put(name, value);

        List<Problem> problems = RoomPolicy.problemsOf("Bids", attributes::get).toList();

        assertEquals(1, problems.size(), problems::toString);
        assertEquals(name + " of group Bids", problems.get(0).attribute());
        assertEquals(value, problems.get(0).value());
        assertEquals(effective, problems.get(0).effective());
    }

    @Test
    @DisplayName("has no problem if its values are allowed")
    void noProblem() {
        Map<String, String> attributes = map(
                "dataRoom=true",
                "twoFactor.enforced=true",
                "twoFactor.methods=sms,totp",
                "twoFactor.withoutNumber=allow");

        assertEquals(List.of(), RoomPolicy.problemsOf("Bids", attributes::get).toList());
    }

    @Test
    @DisplayName("D5 is a problem on the administrators of a data room, and says so")
    void enforcedOnAdministrators() {
        Map<String, String> attributes = map("dataRoom.administrators=true", "twoFactor.enforced=true");

        List<Problem> problems =
                RoomPolicy.problemsOf("Admins", attributes::get).toList();

        assertEquals(1, problems.size(), problems::toString);
        assertTrue(
                problems.get(0).sentence().contains("it cannot be enforced on the administrators of a data room"),
                problems.get(0).sentence());
    }

    @Test
    @DisplayName("is a problem on a group that is not a data room")
    void enforcedOnAnyGroup() {
        List<Problem> problems = RoomPolicy.problemsOf("Staff", map("twoFactor.enforced=true")::get)
                .toList();

        assertEquals(1, problems.size(), problems::toString);
        assertEquals("no rule", problems.get(0).effective());
        assertEquals("only on data rooms", problems.get(0).allowed());
    }
}
