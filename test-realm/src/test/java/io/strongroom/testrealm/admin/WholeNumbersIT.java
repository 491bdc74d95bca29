package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.FineGrained;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Full numbers under fine-grained permissions")
class WholeNumbersIT {
    private final TestRealm realm = FineGrained.realm("wholenumbers");
    private final TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
    private final TestUser one = member("one");
    private final TestUser two = member("two");
    private final TestUser three = realm.addUser("three", spec -> spec.number(PhoneNumbers.next()));
    private final TestUser four = realm.addUser("four", spec -> spec.number(PhoneNumbers.next()));
    private final TestUser limited = realm.addUser("limited");
    private final FineGrained permissions = new FineGrained(realm);

    private TestUser member(String name) {
        return realm.addUser(
                name, spec -> spec.memberOf(room).number(PhoneNumbers.next()).numberFor(room, PhoneNumbers.next()));
    }

    private AdminApi api(String... roles) {
        for (String role : roles) {
            realm.grantRole(limited, "realm-management", role);
        }
        return AdminApi.of(realm, realm, limited);
    }

    private String members() {
        return "/data-rooms/" + room.id() + "/members";
    }

    /** For each user in a list who has a number, whether it is shown in full. */
    private static Map<String, Boolean> whole(AdminApi api, String path) {
        Map<String, Boolean> whole = new TreeMap<>();
        JsonNode list = api.get(path).expect(200).body();
        list.forEach(user -> {
            if (user.path("phoneNumber").isTextual()) {
                whole.put(
                        user.path("username").asText(),
                        user.path("phoneNumber").asText().startsWith("+"));
            }
        });
        return whole;
    }

    private static boolean wholeInDetail(AdminApi api, TestUser user) {
        return api.get("/users/" + user.id())
                .expect(200)
                .body()
                .at("/summary/phoneNumber")
                .asText()
                .startsWith("+");
    }

    @Test
    @DisplayName("D7 X11 are shown only for the managed user if an administrator may view two users and manage one, in "
            + "every list and on the user's own page")
    void rowByRow() {
        permissions
                .permit(limited, "Users", List.of(one.id(), two.id()), "view")
                .permit(limited, "Users", List.of(one.id()), "manage")
                .permit(limited, "Groups", List.of(room.id()), "view", "view-members");
        AdminApi api = api("query-users", "query-groups");

        Map<String, Boolean> expected = Map.of("one", true, "two", false);
        assertEquals(expected, whole(api, "/users"));
        assertEquals(expected, whole(api, "/users?search=o&status=sms"));
        assertEquals(expected, whole(api, members()));
        assertTrue(wholeInDetail(api, one));
        assertFalse(wholeInDetail(api, two));
        assertEquals(403, api.get("/users/" + three.id()).status());
        assertEquals(403, api.get("/report/csv").status());
    }

    @Test
    @DisplayName("D7 X11 are shown for all users but the one who is not managed, and for none in the CSV, which treats "
            + "all alike")
    void allButOne() {
        permissions
                .permit(limited, "Users", List.of(), "view", "manage")
                .deny(limited, "Users", List.of(two.id()), "manage");
        AdminApi api = api("view-users");

        assertEquals(Map.of("one", true, "two", false, "three", true, "four", true), whole(api, "/users"));
        assertEquals(Map.of("one", true, "two", false), whole(api, members()));
        assertTrue(wholeInDetail(api, one));
        assertFalse(wholeInDetail(api, two));
        String masked = api.get("/report/csv").expect(200).text();
        assertFalse(masked.contains("+4670174"), masked);
        assertTrue(masked.contains("•••"), masked);
    }

    @Test
    @DisplayName(
            "D7 X11 are shown for the members of a group if an administrator may manage them, and are masked for all "
                    + "others")
    void membersOfAGroup() {
        permissions
                .permit(limited, "Groups", List.of(room.id()), "view-members", "manage-members")
                .deny(limited, "Users", List.of(four.id()), "manage");
        realm.join(four, room);
        AdminApi api = api("view-users");

        assertEquals(Map.of("one", true, "two", true, "three", false, "four", false), whole(api, "/users"));
        assertEquals(Map.of("one", true, "two", true), whole(api, members()));
        assertFalse(wholeInDetail(api, three));
        assertFalse(wholeInDetail(api, four));
    }
}
