package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The report in the admin API")
class ReportApiIT {
    @Test
    @DisplayName("X8 counts users by status and names owners without a factor")
    void report() {
        TestRealm realm =
                TestRealm.create("report", Map.of("twoFactor.enforcement", "required", "twoFactor.ownerRole", "owner"));
        realm.addUser("ann", spec -> spec.number(PhoneNumbers.next()));
        realm.addUser("bob", spec -> spec.role("two-factor-exempt"));
        realm.addUser("cat", spec -> spec.role("owner"));

        JsonNode report = AdminApi.of(realm).get("/report").expect(200).body();

        assertEquals(3, report.path("users").asLong());
        assertEquals(1, report.at("/byStatus/sms").asLong());
        assertEquals(1, report.at("/byStatus/exempt").asLong());
        assertEquals(1, report.at("/byStatus/none").asLong());
        assertEquals("cat", report.at("/ownersMissing/0").asText());
    }

    @Test
    @DisplayName(
            "X8 counts members by data room: all, those with a number, those with a second factor and those who must "
                    + "set one up")
    void byRoom() {
        TestRealm realm = TestRealm.create("rooms");
        TestGroup falcon = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestGroup bidders = realm.addGroup(falcon, "Bidders", Map.of());
        TestGroup late = realm.addGroup(bidders, "Late bidders", Map.of());
        TestGroup runners = realm.addGroup(falcon, "Administrators", Map.of("dataRoom.administrators", "true"));
        TestGroup eagle = realm.addGroup("Eagle", Map.of("dataRoom", "true"));
        TestGroup within = realm.addGroup(
                falcon, "Kite", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "totp"));
        realm.addGroup("No room", Map.of());
        realm.addUser("ann", spec -> spec.memberOf(bidders).memberOf(falcon).numberFor(falcon, PhoneNumbers.next()));
        realm.addUser("bob", spec -> spec.memberOf(late));
        realm.addUser("cat", spec -> spec.memberOf(runners));
        realm.addUser("dan", spec -> spec.memberOf(within).app("a secret of twenty b"));
        realm.addUser("eve", spec -> spec.memberOf(eagle).numberFor(falcon, PhoneNumbers.next()));
        AdminApi api = AdminApi.of(realm);

        JsonNode rooms = api.get("/report/data-rooms").expect(200).body();

        assertEquals(
                List.of("Eagle 1 0 0 0", "Falcon 4 1 2 2", "Kite 1 0 1 0"),
                StreamSupport.stream(rooms.spliterator(), false)
                        .map(room -> String.join(
                                " ",
                                room.path("name").asText(),
                                room.path("members").asText(),
                                room.path("withNumber").asText(),
                                room.path("withSecondFactor").asText(),
                                room.path("mustEnrol").asText()))
                        .toList());
        assertTrue(rooms.path(1).path("enforced").asBoolean());
        JsonNode second =
                api.get("/report/data-rooms?first=1&max=1&search=A").expect(200).body();
        assertEquals(List.of("Falcon"), second.findValuesAsText("name"));
        api.get("/report/data-rooms?max=51").expect(400);
    }

    @Test
    @DisplayName(
            "X8 has a CSV with every user once, beyond the first batch too, and no cell that a spreadsheet would run "
                    + "as a formula")
    void csv() {
        TestRealm realm = TestRealm.create("csv");
        for (int part = 0; part < 3; part++) {
            int first = part * 100;
            List<Map<String, Object>> users = IntStream.range(first, first + 100)
                    .mapToObj(n -> Map.<String, Object>of("username", "user" + n, "enabled", true))
                    .toList();
            realm.admin().post(realm.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "users", users));
        }
        realm.addUser("zoe", spec -> spec.number(PhoneNumbers.next()).with(user -> user.setLastName("-2+3 cmd A0")));

        Reply reply = AdminApi.of(realm).get("/report/csv").expect(200);

        String[] lines = reply.text().split("\r\n");
        assertEquals(302, lines.length);
        assertTrue(lines[0].startsWith("username,email,"), lines[0]);
        assertEquals(
                301,
                Arrays.stream(lines)
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .distinct()
                        .count());
        String zoe = lines[301];
        assertTrue(zoe.startsWith("zoe,") && zoe.contains(",'-2+3") && zoe.contains(",'+46701"), zoe);
        assertTrue(reply.header("content-type").startsWith("text/csv"), reply.headers()::toString);
    }
}
