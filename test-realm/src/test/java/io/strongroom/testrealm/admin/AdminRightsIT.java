package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.FineGrained;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The permissions of the admin API")
class AdminRightsIT {
    private static final TestRealm REALM = TestRealm.create("rights");
    private static final TestRealm OTHER = TestRealm.create("rightsother");
    private static final String NUMBER = PhoneNumbers.next();
    private static final TestGroup ROOM = REALM.addGroup("Falcon", Map.of("dataRoom", "true"));
    private static final TestUser MEMBER = REALM.addUser(
            "member", spec -> spec.memberOf(ROOM).number(PhoneNumbers.next()).numberFor(ROOM, NUMBER));
    private static final Map<String, AdminApi> ROLES = roles();

    private static Map<String, AdminApi> roles() {
        Map<String, AdminApi> roles = new LinkedHashMap<>();
        roles.put("nobody", AdminApi.ofNobody(REALM));
        for (String role : List.of("manage-realm", "view-users", "manage-users", "query-users", "view-realm")) {
            roles.put(role, admin(REALM, role, "a-" + role));
        }
        roles.put("user", AdminApi.of(REALM, REALM, REALM.addUser("plain")));
        TestUser stranger = OTHER.addUser("stranger");
        grant(OTHER, stranger, "realm-admin");
        roles.put("other realm", AdminApi.of(REALM, OTHER, stranger));
        return roles;
    }

    private static AdminApi admin(TestRealm realm, String role, String name) {
        TestUser user = realm.addUser(name);
        grant(realm, user, role);
        return AdminApi.of(realm, realm, user);
    }

    private static void grant(TestRealm realm, TestUser user, String role) {
        realm.grantRole(user, "realm-management", role);
    }

    @ParameterizedTest(
            name =
                    "O1 {0} {1}: nobody {2}, manage-realm {3}, view-users {4}, manage-users {5}, query-users {6}, view-realm "
                            + "{7}")
    @CsvSource({
        // verb, path, nobody, manage-realm, view-users, manage-users, query-users, view-realm
        "GET,    /policy,                                 401, 200, 403, 403, 403, 403",
        "GET,    /methods,                                401, 200, 200, 200, 200, 403",
        "PUT,    /policy?dryRun=true,                     401, 200, 403, 403, 403, 403",
        "PUT,    /policy,                                 401, 200, 403, 403, 403, 403",
        "GET,    /health,                                 401, 200, 403, 403, 403, 403",
        "POST,   /health/nothing/mend,                    401, 404, 403, 403, 403, 403",
        "GET,    /sms,                                    401, 200, 403, 403, 403, 403",
        "POST,   /sms/test,                               401, 409, 403, 403, 403, 403",
        "GET,    /sms/test/none,                          401, 404, 403, 403, 403, 403",
        "POST,   /uninstall?dryRun=true,                  401, 200, 403, 403, 403, 403",
        "GET,    /report,                                 401, 403, 200, 200, 403, 403",
        "GET,    /report/data-rooms,                      401, 403, 200, 200, 403, 403",
        "GET,    /report/csv,                             401, 403, 200, 200, 403, 403",
        "GET,    /users,                                  401, 403, 200, 200, 200, 403",
        "GET,    /users/{member},                         401, 403, 200, 200, 403, 403",
        "PUT,    /users/{member}/required,                401, 403, 403, 204, 403, 403",
        "DELETE, /users/{member}/required,                401, 403, 403, 204, 403, 403",
        "DELETE, /users/{member}/factors/none,            401, 403, 403, 404, 403, 403",
        "DELETE, /users/{member}/locks,                   401, 403, 403, 204, 403, 403",
        "DELETE, /users/{member}/browsers,                401, 403, 403, 204, 403, 403",
        "GET,    /data-rooms,                             401, 403, 200, 200, 403, 403",
        "POST,   /data-rooms,                             401, 403, 403, 400, 403, 403",
        "GET,    /data-rooms/{room},                      401, 403, 200, 200, 403, 403",
        "PUT,    /data-rooms/{room},                      401, 403, 403, 200, 403, 403",
        "GET,    /data-rooms/{room}/members,              401, 403, 200, 200, 403, 403",
        "PUT,    /data-rooms/{room}/members/{member}/phone-number,    401, 403, 403, 400, 403, 403"
    })
    void table(
            String verb,
            String path,
            int nobody,
            int manageRealm,
            int viewUsers,
            int manageUsers,
            int queryUsers,
            int viewRealm) {
        String target = path.replace("{member}", MEMBER.id()).replace("{room}", ROOM.id());
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("nobody", nobody);
        expected.put("manage-realm", manageRealm);
        expected.put("view-users", viewUsers);
        expected.put("manage-users", manageUsers);
        expected.put("query-users", queryUsers);
        expected.put("view-realm", viewRealm);
        expected.put("user", 403);
        expected.put("other realm", nobody == 401 ? 403 : nobody);
        boolean withBody =
                verb.equals("PUT") && !path.endsWith("/required") || path.equals("/data-rooms") && verb.equals("POST");

        Map<String, Integer> answered = new LinkedHashMap<>();
        ROLES.forEach((role, api) -> answered.put(
                role, api.send(verb, target, withBody ? Map.of() : null).status()));

        assertEquals(expected, answered);
    }

    @Test
    @DisplayName("D7 show full numbers only to those who may manage users, and the last two digits to everyone else")
    void numbers() {
        for (String path :
                List.of("/users", "/users/" + MEMBER.id(), "/data-rooms/" + ROOM.id() + "/members", "/report/csv")) {
            String seen = ROLES.get("manage-users").get(path).expect(200).text();
            String masked = ROLES.get("view-users").get(path).expect(200).text();
            assertTrue(seen.contains("+4670174"), path + ": " + seen);
            assertFalse(masked.contains("+4670174"), path + ": " + masked);
            assertTrue(masked.contains("•••"), path + ": " + masked);
        }
        String found = ROLES.get("query-users").get("/users").expect(200).text();
        assertFalse(found.contains("+4670174"), found);
    }

    @Test
    @DisplayName("prevent escalation: requiring two-factor of a user never grants a role that carries rights")
    void requiredRoleWithRights() {
        TestRealm realm = TestRealm.create(
                "raise",
                Map.of("twoFactor.requiredRoles", "realm-management.realm-admin", "twoFactor.enforcement", "off"));
        AdminApi manager = admin(realm, "manage-users", "climber");
        TestUser friend = realm.addUser("friend");

        assertEquals(
                403, manager.put("/users/" + friend.id() + "/required", null).status());

        assertEquals(
                0,
                realm.admin()
                        .get(realm.path("/users/" + friend.id() + "/role-mappings"))
                        .path("clientMappings")
                        .size());
    }

    @Test
    @DisplayName("keep administrators from lifting their own requirement, factor or lock")
    void oneself() {
        TestUser self = REALM.addUser("self", spec -> spec.number(PhoneNumbers.next()));
        grant(REALM, self, "manage-users");
        AdminApi api = AdminApi.of(REALM, REALM, self);

        for (String path : List.of("/required", "/factors", "/factors/x", "/locks", "/browsers")) {
            Reply reply = api.delete("/users/" + self.id() + path).expect(403);
            assertTrue(reply.field("errorMessage").contains("your own account"), reply.text());
        }
        api.get("/users/" + self.id()).expect(200);
    }

    @Test
    @DisplayName("can be fine-grained, so that an administrator of one user sees and changes only that user, with the "
            + "full number")
    void fineGrained() {
        TestRealm realm = FineGrained.realm("fgap");
        String number = PhoneNumbers.next();
        TestUser one = realm.addUser("one", spec -> spec.number(number));
        TestUser two = realm.addUser("two", spec -> spec.number(PhoneNumbers.next()));
        TestUser limited = realm.addUser("limited");
        grant(realm, limited, "query-users");
        new FineGrained(realm).permit(limited, "Users", List.of(one.id()), "view", "manage");
        AdminApi api = AdminApi.of(realm, realm, limited);

        JsonNode list = api.get("/users").expect(200).body();

        assertEquals(1, list.size(), list::toString);
        assertEquals("one", list.path(0).path("username").asText());
        assertTrue(api.get("/users/" + one.id()).expect(200).text().contains(number));
        api.delete("/users/" + one.id() + "/locks").expect(204);
        assertEquals(403, api.get("/users/" + two.id()).status());
        assertEquals(403, api.delete("/users/" + two.id() + "/locks").status());
        assertEquals(403, api.get("/report").status());
        assertEquals(403, api.get("/report/data-rooms").status());
        assertEquals(403, api.get("/report/csv").status());
    }

    @Test
    @DisplayName(
            "show administrators of realm master, whose lists Keycloak does not filter, no users beyond their rights")
    void limitedFromMaster() {
        TestRealm realm = FineGrained.realm("frommaster");
        TestUser one = realm.addUser("one", spec -> spec.number(PhoneNumbers.next()));
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
        realm.join(one, room);
        AdminApi limited = ofMaster(realm, "query-users");
        AdminApi viewer = ofMaster(realm, "view-users");

        for (String list : List.of("/users", "/users?search=one", "/users?status=sms", "/users?first=0&max=200")) {
            assertEquals("[]", limited.get(list).expect(200).text(), list);
            assertTrue(viewer.get(list).expect(200).text().contains("\"one\""), list);
        }
        for (String path :
                List.of("/users/" + one.id(), "/report", "/report/csv", "/data-rooms/" + room.id() + "/members")) {
            assertEquals(403, limited.get(path).status(), path);
            assertEquals(200, viewer.get(path).status(), path);
        }
    }

    /** An administrator of realm master with one right in another realm. */
    private static AdminApi ofMaster(TestRealm realm, String role) {
        TestRealm master = TestRealm.master();
        TestUser administrator = master.addUser(role + "-of-" + realm.name());
        master.grantRole(administrator, realm.name() + "-realm", role);
        return AdminApi.of(realm, master.app("admin-cli"), administrator);
    }
}
