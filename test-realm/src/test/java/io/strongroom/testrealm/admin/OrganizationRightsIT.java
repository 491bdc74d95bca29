package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.Admin;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.FineGrained;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The permissions of the admin API of organizations")
class OrganizationRightsIT {
    private static final TestRealm REALM = TestRealm.create("orgrights", realm -> {
        realm.setOrganizationsEnabled(true);
        realm.setAdminPermissionsEnabled(true);
        return realm;
    });
    private static final TestOrganization OWN = TestOrganization.create(REALM, "acme");
    private static final TestOrganization OTHER = TestOrganization.create(REALM, "umbrella");
    private static final String OWN_ROOM = OWN.addRoom("Falcon");
    private static final String OTHER_ROOM = OTHER.addRoom("Eagle");
    private static final String NUMBER = PhoneNumbers.next();
    private static final TestUser MEMBER = OWN.add(REALM.addUser("member", spec -> spec.number(NUMBER)));
    private static final TestUser HIDDEN = OWN.add(REALM.addUser("hidden", spec -> spec.number(PhoneNumbers.next())));
    private static final TestUser STRANGER =
            OTHER.add(REALM.addUser("stranger", spec -> spec.number(PhoneNumbers.next())));
    /** Manages one member of the organization, but not the organization. */
    private static final TestUser KEEPER = user("keeper", "query-organizations", "query-users");

    /** The same administrators at Keycloak's own endpoints. */
    private static final Map<String, Admin> KEYCLOAK = new LinkedHashMap<>();

    private static final Map<String, AdminApi> ROLES = roles();

    private static Map<String, AdminApi> roles() {
        Map<String, AdminApi> roles = new LinkedHashMap<>();
        roles.put("nobody", AdminApi.ofNobody(REALM));
        for (String role : List.of(
                "view-users",
                "manage-users",
                "view-organizations",
                "manage-organizations",
                "query-organizations",
                "manage-realm")) {
            put(roles, role, user("a-" + role, role));
        }
        TestUser viewer = user("viewer", "query-organizations", "query-users");
        TestUser manager = user("manager", "query-organizations");
        new FineGrained(REALM)
                .permit(List.of(viewer, manager, KEEPER), "Organizations", List.of(OWN.id()), "view")
                .permit(List.of(manager), "Organizations", List.of(OWN.id()), "manage")
                .permit(List.of(viewer, KEEPER), "Users", List.of(MEMBER.id()), "view")
                .permit(List.of(KEEPER), "Users", List.of(MEMBER.id()), "manage");
        put(roles, "viewer of own", viewer);
        put(roles, "manager of own", manager);
        put(roles, "user", REALM.addUser("plain"));
        return roles;
    }

    private static void put(Map<String, AdminApi> roles, String name, TestUser user) {
        roles.put(name, AdminApi.of(REALM, REALM, user));
        KEYCLOAK.put(name, Admin.of(REALM, user));
    }

    private static AdminApi admin(String name, String... roles) {
        return AdminApi.of(REALM, REALM, user(name, roles));
    }

    private static TestUser user(String name, String... roles) {
        TestUser user = REALM.addUser(name);
        for (String role : roles) {
            REALM.grantRole(user, "realm-management", role);
        }
        return user;
    }

    @ParameterizedTest(
            name =
                    "O1 X15 {0} {1}: view-users {2}, manage-users {3}, view-organizations {4}, manage-organizations {5}, "
                            + "query-organizations {6}, manage-realm {7}, viewer of this one {8}, manager of this one {9}")
    @CsvSource({
        // verb, path, view-users, manage-users, view-organizations, manage-organizations, query-organizations,
        // manage-realm, viewer of own, manager of own
        "GET,  /organizations,                             403, 403, 200, 200, 200, 200, 200, 200",
        "GET,  /organizations/{own},                       403, 403, 200, 200, 403, 200, 200, 200",
        "GET,  /organizations/{other},                     403, 403, 200, 200, 403, 200, 403, 403",
        "GET,  /organizations/none,                        403, 403, 404, 404, 404, 404, 404, 404",
        "GET,  /organizations/{own}/policy,                403, 403, 200, 200, 403, 200, 200, 200",
        "GET,  /organizations/{other}/policy,              403, 403, 200, 200, 403, 200, 403, 403",
        "GET,  /organizations/none/policy,                 403, 403, 404, 404, 404, 404, 404, 404",
        "PUT,  /organizations/{own}/policy,                403, 403, 403, 200, 403, 200, 403, 200",
        "PUT,  /organizations/{other}/policy,              403, 403, 403, 200, 403, 200, 403, 403",
        "PUT,  /organizations/{own}/policy?dryRun=true,    403, 403, 403, 200, 403, 200, 403, 200",
        "PUT,  /organizations/{other}/policy?dryRun=true,  403, 403, 403, 200, 403, 200, 403, 403",
        "GET,  /organizations/{own}/users,                 403, 403, 403, 403, 403, 403, 200, 403",
        "GET,  /organizations/{other}/users,               403, 403, 403, 403, 403, 403, 403, 403",
        "GET,  /organizations/{own}/report,                403, 403, 403, 403, 403, 403, 200, 403",
        "GET,  /organizations/{other}/report,              403, 403, 403, 403, 403, 403, 403, 403",
        "GET,  /organizations/{own}/report/csv,            403, 403, 403, 403, 403, 403, 200, 403",
        "GET,  /organizations/{other}/report/csv,          403, 403, 403, 403, 403, 403, 403, 403",
        "GET,  /organizations/{own}/report/data-rooms,     403, 403, 403, 403, 403, 403, 200, 403",
        "GET,  /organizations/{other}/report/data-rooms,   403, 403, 403, 403, 403, 403, 403, 403",
        "GET,  /organizations/{own}/data-rooms,            403, 403, 200, 200, 403, 200, 200, 200",
        "GET,  /organizations/{other}/data-rooms,          403, 403, 200, 200, 403, 200, 403, 403",
        "POST, /organizations/{own}/data-rooms,            403, 403, 403, 400, 403, 400, 403, 400",
        "POST, /organizations/{other}/data-rooms,          403, 403, 403, 400, 403, 400, 403, 403",
        "GET,  /organizations/{own}/health,                403, 403, 200, 200, 403, 200, 200, 200",
        "GET,  /organizations/{other}/health,              403, 403, 200, 200, 403, 200, 403, 403",
        "POST, /organizations/{own}/health/nothing/mend,   403, 403, 403, 404, 403, 404, 403, 404",
        "POST, /organizations/{other}/health/nothing/mend, 403, 403, 403, 404, 403, 404, 403, 403",
        "GET,  /organizations/{own}/sms,                   403, 403, 200, 200, 403, 200, 200, 200",
        "GET,  /organizations/{other}/sms,                 403, 403, 200, 200, 403, 200, 403, 403",
        "GET,  /data-rooms/{ownRoom},                      200, 200, 200, 200, 403, 200, 200, 200",
        "GET,  /data-rooms/{otherRoom},                    200, 200, 200, 200, 403, 200, 403, 403",
        "PUT,  /data-rooms/{ownRoom},                      403, 403, 403, 200, 403, 200, 403, 200",
        "PUT,  /data-rooms/{otherRoom},                    403, 403, 403, 200, 403, 200, 403, 403",
        "GET,  /data-rooms/{ownRoom}/members,              200, 200, 403, 403, 403, 403, 200, 403",
        "GET,  /data-rooms/{otherRoom}/members,            200, 200, 403, 403, 403, 403, 403, 403",
        "GET,  /data-rooms/none,                           404, 404, 404, 404, 404, 404, 404, 404",
        "GET,  /methods,                                   200, 200, 200, 200, 200, 200, 200, 200",
        "GET,  /policy,                                    403, 403, 403, 403, 403, 200, 403, 403",
        "GET,  /health,                                    403, 403, 403, 403, 403, 200, 403, 403",
        "GET,  /sms,                                       403, 403, 403, 403, 403, 200, 403, 403",
        "GET,  /report,                                    200, 200, 403, 403, 403, 403, 403, 403",
        "GET,  /report/csv,                                200, 200, 403, 403, 403, 403, 403, 403",
        "GET,  /report/data-rooms,                         200, 200, 403, 403, 403, 403, 403, 403",
        "GET,  /users/{stranger},                          200, 200, 403, 403, 403, 403, 403, 403",
        "DELETE, /users/{member}/factors/none,             403, 404, 403, 403, 403, 403, 403, 403"
    })
    void table(
            String verb,
            String path,
            int viewUsers,
            int manageUsers,
            int viewOrganizations,
            int manageOrganizations,
            int queryOrganizations,
            int manageRealm,
            int viewerOfOwn,
            int managerOfOwn) {
        String target = target(path);
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put("nobody", 401);
        expected.put("view-users", viewUsers);
        expected.put("manage-users", manageUsers);
        expected.put("view-organizations", viewOrganizations);
        expected.put("manage-organizations", manageOrganizations);
        expected.put("query-organizations", queryOrganizations);
        expected.put("manage-realm", manageRealm);
        expected.put("viewer of own", viewerOfOwn);
        expected.put("manager of own", managerOfOwn);
        expected.put("user", 403);
        boolean withBody = verb.equals("PUT") || path.endsWith("/data-rooms") && verb.equals("POST");

        Map<String, Integer> answered = new LinkedHashMap<>();
        ROLES.forEach((role, api) -> answered.put(
                role, api.send(verb, target, withBody ? Map.of() : null).status()));

        assertEquals(expected, answered);
    }

    @ParameterizedTest(name = "X15 are those of Keycloak''s own organizations{0}")
    @CsvSource({
        "'',               ''",
        "/{own},           /{own}",
        "/{other},         /{other}",
        "/none,            /none",
        "/{own}/members,   /{own}/users",
        "/{other}/members, /{other}/users",
        "/{own}/groups,    /{own}/data-rooms"
    })
    void asKeycloak(String keycloak, String ours) {
        String theirPath = REALM.path("/organizations" + target(keycloak));
        KEYCLOAK.forEach((role, admin) -> {
            Answer theirs = admin.send("GET", theirPath, null);
            Reply reply = ROLES.get(role).get("/organizations" + target(ours));
            assertEquals(theirs.status(), reply.status(), role);
            assertEquals(
                    theirs.body().findValuesAsText("username"), reply.body().findValuesAsText("username"), role);
        });
    }

    private static String target(String path) {
        return path.replace("{own}", OWN.id())
                .replace("{other}", OTHER.id())
                .replace("{ownRoom}", OWN_ROOM)
                .replace("{otherRoom}", OTHER_ROOM)
                .replace("{member}", MEMBER.id())
                .replace("{stranger}", STRANGER.id());
    }

    @Test
    @DisplayName("X15 list the members to those whom Keycloak's own list of members shows the same")
    void members() {
        AdminApi both = admin("both", "view-organizations", "view-users");
        AdminApi query = admin("searcher", "view-organizations", "query-users");
        String members = "/organizations/" + OWN.id() + "/users";

        assertEquals(List.of("hidden", "member"), names(both.get(members)));
        assertEquals(List.of(), names(query.get(members)));
        assertEquals(List.of("member"), names(ROLES.get("viewer of own").get(members)));
        assertEquals(
                2,
                both.get("/organizations/" + OWN.id() + "/report")
                        .body()
                        .path("users")
                        .asInt());
        assertEquals(
                1,
                ROLES.get("viewer of own")
                        .get("/organizations/" + OWN.id() + "/report")
                        .body()
                        .path("users")
                        .asInt());
        String csv = both.get("/organizations/" + OWN.id() + "/report/csv")
                .expect(200)
                .text();
        assertTrue(csv.contains("hidden") && csv.contains("member") && !csv.contains("stranger"), csv);
        String narrowed = ROLES.get("viewer of own")
                .get("/organizations/" + OWN.id() + "/report/csv")
                .expect(200)
                .text();
        assertTrue(narrowed.contains("\r\nmember,"), narrowed);
    }

    @Test
    @DisplayName("X15 show the administrator of one organization nothing about others or hidden members, whatever is "
            + "searched for")
    void nothingOfOthers() {
        AdminApi viewer = ROLES.get("viewer of own");
        for (String path : List.of(
                "/organizations",
                "/organizations?search=umb",
                "/organizations?search=%25&max=200",
                "/organizations?first=0&max=200",
                "/organizations/" + OWN.id(),
                "/organizations/" + OWN.id() + "/policy",
                "/organizations/" + OWN.id() + "/users?search=stranger",
                "/organizations/" + OWN.id() + "/users?search=hidden",
                "/organizations/" + OWN.id() + "/users?max=200",
                "/organizations/" + OWN.id() + "/report",
                "/organizations/" + OWN.id() + "/report/csv",
                "/organizations/" + OWN.id() + "/report/data-rooms",
                "/organizations/" + OWN.id() + "/data-rooms",
                "/organizations/" + OWN.id() + "/health",
                "/organizations/" + OWN.id() + "/sms")) {
            String text = viewer.get(path).expect(200).text();
            for (String secret : List.of("umbrella", OTHER.id(), "stranger", STRANGER.id(), "hidden", HIDDEN.id())) {
                assertFalse(text.contains(secret), path + " contains " + secret + ": " + text);
            }
            assertFalse(text.contains(NUMBER), path + ": " + text);
        }
        JsonNode list = viewer.get("/organizations").expect(200).body();
        assertEquals(List.of("acme"), list.findValuesAsText("name"));
        assertEquals(1, list.path(0).path("members").asInt(), list::toString);
        assertFalse(list.path(0).path("manage").asBoolean(), list::toString);
        JsonNode managed = ROLES.get("manager of own").get("/organizations").body();
        assertTrue(managed.path(0).path("members").isMissingNode(), managed::toString);
        assertTrue(managed.path(0).path("manage").asBoolean(), managed::toString);
    }

    @Test
    @DisplayName(
            "D7 X15 show a member's number in full only with the right to manage that user, which resetting a factor "
                    + "takes as well")
    void numbers() {
        AdminApi api = AdminApi.of(REALM, REALM, KEEPER);
        String members = "/organizations/" + OWN.id() + "/users";

        assertTrue(api.get(members).expect(200).text().contains(NUMBER));
        assertTrue(ROLES.get("viewer of own").get(members).expect(200).text().contains("•••"));
        api.delete("/users/" + MEMBER.id() + "/locks").expect(204);
        api.delete("/users/" + HIDDEN.id() + "/locks").expect(403);
    }

    @Test
    @DisplayName("X15 name owners without a factor only to those who may view them")
    void owners() {
        REALM.grantRole(HIDDEN, "acme-owner");
        Map<String, Object> policy =
                Map.of("enforcement", "required", "ownerRole", "acme-owner", "methods", List.of("totp"));
        String path = "/organizations/" + OWN.id() + "/policy";

        Reply unnamed = ROLES.get("manager of own").put(path, policy).expect(409);
        Reply named = admin("manager-viewer", "manage-organizations", "view-users")
                .put(path, policy)
                .expect(409);

        assertFalse(unnamed.text().contains("hidden"), unnamed.text());
        assertTrue(unnamed.text().contains("…"), unnamed.text());
        assertTrue(named.text().contains("hidden"), named.text());
        assertFalse(ROLES.get("manager of own")
                .put(path + "?dryRun=true", policy)
                .expect(200)
                .text()
                .contains("hidden"));
    }

    @Test
    @DisplayName("X15 refuse ids of another realm's organizations and of groups")
    void foreignIds() {
        TestRealm elsewhere = TestRealm.create("orgelsewhere", realm -> {
            realm.setOrganizationsEnabled(true);
            return realm;
        });
        TestOrganization foreign = TestOrganization.create(elsewhere, "foreign");
        String group = REALM.addGroup("Falcon", Map.of("dataRoom", "true")).id();
        AdminApi api = AdminApi.of(REALM);

        for (String id : List.of(foreign.id(), group, "%27", "..%2Fpolicy")) {
            for (String below : List.of("", "/policy", "/users", "/report", "/health", "/data-rooms", "/sms")) {
                int status = api.get("/organizations/" + id + below).status();
                assertTrue(Set.of(400, 404).contains(status), id + below + ": " + status);
            }
        }
    }

    @Test
    @DisplayName("X15 show administrators of realm master what their roles for this realm allow")
    void ofMaster() {
        AdminApi viewer = ofMaster("view-organizations");
        AdminApi query = ofMaster("query-organizations");
        AdminApi users = ofMaster("view-users");

        assertEquals(2, viewer.get("/organizations").expect(200).body().size());
        assertEquals(0, query.get("/organizations").expect(200).body().size());
        users.get("/organizations").expect(403);
        viewer.get("/organizations/" + OWN.id() + "/policy").expect(200);
        viewer.put("/organizations/" + OWN.id() + "/policy", Map.of()).expect(403);
        viewer.get("/organizations/" + OWN.id() + "/users").expect(403);
        query.get("/organizations/" + OWN.id()).expect(403);
        users.get("/organizations/" + OWN.id()).expect(403);
    }

    @Test
    @DisplayName("X15 do not reveal which methods another organization accepts")
    void foreignMethods() {
        AdminApi administrator = AdminApi.of(REALM);
        Map<String, Object> foreign = Map.of("enforcement", "optional", "methods", List.of("email", "passkey"));
        administrator.put("/organizations/" + OTHER.id() + "/policy", foreign).expect(200);

        for (String path : List.of("", "/report")) {
            String text = ROLES.get("viewer of own")
                    .get("/organizations/" + OWN.id() + path)
                    .expect(200)
                    .text();
            assertFalse(text.contains("\"email\":0") || text.contains("passkey"), text);
        }
        String dryRun = ROLES.get("manager of own")
                .put("/organizations/" + OWN.id() + "/policy?dryRun=true", Map.of("enforcement", "required"))
                .expect(200)
                .text();
        assertFalse(dryRun.contains("email") || dryRun.contains("passkey"), dryRun);
        administrator.put("/organizations/" + OTHER.id() + "/policy", Map.of()).expect(200);
    }

    private static AdminApi ofMaster(String role) {
        TestRealm master = TestRealm.master();
        TestUser administrator = master.addUser(role + "-of-" + REALM.name());
        master.grantRole(administrator, REALM.name() + "-realm", role);
        return AdminApi.of(REALM, master.app("admin-cli"), administrator);
    }

    private static List<String> names(Reply reply) {
        return reply.expect(200).body().findValuesAsText("username").stream()
                .sorted()
                .collect(Collectors.toList());
    }
}
