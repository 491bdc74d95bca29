package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whole numbers under fine-grained permissions")
class WholeNumbersIT {
    private static final TestRealm REALM = FineGrained.realm("wholenumbers");
    private static final TestGroup ROOM = REALM.addGroup("Falcon", Map.of("dataRoom", "true"));
    private static final TestUser ONE = member("one");
    private static final TestUser TWO = member("two");
    private static final TestUser THREE = REALM.addUser("three", spec -> spec.number(PhoneNumbers.next()));

    private static TestUser member(String name) {
        return REALM.addUser(
                name, spec -> spec.memberOf(ROOM).number(PhoneNumbers.next()).numberFor(ROOM, PhoneNumbers.next()));
    }

    private static TestUser administrator(String name, String... roles) {
        TestUser user = REALM.addUser(name);
        for (String role : roles) {
            REALM.grantRole(user, "realm-management", role);
        }
        return user;
    }

    /** For each user of a list, whether the number is whole. */
    private static Map<String, Boolean> whole(AdminApi api, String path) {
        Map<String, Boolean> whole = new TreeMap<>();
        JsonNode list = api.get(path).expect(200).body();
        list.forEach(user -> {
            if (!user.path("phoneNumber").isNull()) {
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
    @DisplayName(
            "D7 X11 who may view two users and manage one of them sees that one's number whole, in every list as in the user's own page")
    void rowByRow() {
        TestUser limited = administrator("limited", "query-users", "query-groups");
        new FineGrained(REALM)
                .permit(limited, "Users", List.of(ONE.id(), TWO.id()), "view")
                .permit(limited, "Users", List.of(ONE.id()), "manage")
                .permit(limited, "Groups", List.of(ROOM.id()), "view", "view-members");
        AdminApi api = AdminApi.of(REALM, REALM, limited);

        Map<String, Boolean> expected = Map.of("one", true, "two", false);
        assertEquals(expected, whole(api, "/users"));
        assertEquals(expected, whole(api, "/users?search=o&status=sms"));
        assertEquals(expected, whole(api, "/data-rooms/" + ROOM.id() + "/members"));
        assertTrue(wholeInDetail(api, ONE));
        assertFalse(wholeInDetail(api, TWO));
        assertEquals(403, api.get("/users/" + THREE.id()).status());
        assertEquals(403, api.get("/report/csv").status());
    }

    @Test
    @DisplayName("D7 X11 who may manage all users but one sees that one's number masked")
    void allButOne() {
        TestUser limited = administrator("allbutone", "query-users", "query-groups");
        new FineGrained(REALM)
                .permit(limited, "Users", List.of(), "view", "manage")
                .permit(limited, "Users", List.of(TWO.id()), "view")
                .deny(limited, "Users", List.of(TWO.id()), "manage");
        AdminApi api = AdminApi.of(REALM, REALM, limited);

        assertEquals(Map.of("one", true, "two", false, "three", true), whole(api, "/users"));
        assertTrue(wholeInDetail(api, ONE));
        assertFalse(wholeInDetail(api, TWO));
    }

    @Test
    @DisplayName("D7 X11 who may manage members of one group sees their numbers whole, and those of other users masked")
    void membersOfAGroup() {
        TestUser limited = administrator("ofgroup", "view-users");
        new FineGrained(REALM).permit(limited, "Groups", List.of(ROOM.id()), "view-members", "manage-members");
        AdminApi api = AdminApi.of(REALM, REALM, limited);

        assertEquals(Map.of("one", true, "two", true, "three", false), whole(api, "/users"));
        assertEquals(Map.of("one", true, "two", true), whole(api, "/data-rooms/" + ROOM.id() + "/members"));
        assertFalse(wholeInDetail(api, THREE));
    }

    @Test
    @DisplayName(
            "D7 X11 the CSV has whole numbers for the role manage-users alone, whatever permissions say of single users")
    void csv() {
        TestUser limited = administrator("csv", "view-users");
        new FineGrained(REALM)
                .permit(limited, "Users", List.of(), "view", "manage")
                .deny(limited, "Users", List.of(TWO.id()), "manage");
        String masked = AdminApi.of(REALM, REALM, limited)
                .get("/report/csv")
                .expect(200)
                .text();
        String whole = AdminApi.of(REALM, REALM, administrator("manager", "manage-users"))
                .get("/report/csv")
                .expect(200)
                .text();

        assertFalse(masked.contains("+4670174"), masked);
        assertTrue(masked.contains("•••"), masked);
        assertTrue(whole.contains("+4670174"), whole);
    }
}
