package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.Statements;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.FineGrained;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts the statements that Hibernate logs on a separate server. */
@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("The cost of a list")
class ListCostIT {
    private static final int PART = 100;
    private static final KeycloakServer SERVER = Harness.start(Statements.logged(Harness.options()));

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest(
            name =
                    "X8 is at most three statements for a page of 50 out of {0} users or room members, and the report of all "
                            + "rooms costs as much as that of one")
    @CsvSource({"60", "600"})
    void statements(int users) {
        TestRealm realm = TestRealm.create(SERVER, "cost", representation -> representation);
        AdminApi api = AdminApi.of(realm);
        String room = "/data-rooms/"
                + api.post("/data-rooms", Map.of("name", "Falcon", "enforced", true))
                        .field("id");
        add(realm, users);
        api.get("/users?max=50").expect(200);
        api.get(room + "/members?max=50").expect(200);

        int nothing = statements(() -> api.get("/policy").expect(200));
        int list = statements(() ->
                assertEquals(50, api.get("/users?max=50").expect(200).body().size()));
        int filtered =
                statements(() -> api.get("/users?max=50&status=sms&search=user").expect(200));
        int members = statements(() -> assertEquals(
                50, api.get(room + "/members?max=50").expect(200).body().size()));

        api.get("/report/data-rooms").expect(200);
        int oneRoom = statements(() ->
                assertEquals(1, api.get("/report/data-rooms").expect(200).body().size()));
        for (int n = 0; n < users / 20; n++) {
            api.post("/data-rooms", Map.of("name", "Room " + n, "userGroups", List.of("Bidders")))
                    .expect(201);
        }
        api.get("/report/data-rooms").expect(200);
        int manyRooms = statements(() -> assertEquals(
                1 + users / 20, api.get("/report/data-rooms").expect(200).body().size()));

        assertTrue(list > nothing, "statements are counted");
        assertTrue(list - nothing <= 3, list + " statements for users, of which " + nothing + " for any request");
        assertTrue(filtered - nothing <= 3, filtered + " statements for users of a status");
        assertTrue(members - nothing <= 3, members + " statements for members");
        assertTrue(oneRoom - nothing <= 4, oneRoom + " statements for the report of a room");
        assertTrue(manyRooms - nothing <= 5, manyRooms + " statements for the report of many rooms with user groups");
    }

    @ParameterizedTest(
            name = "X17 grows by no statement for a page of 50 out of {0} users if roles are held to special methods")
    @CsvSource("60")
    void roleMethods(int users) {
        TestRealm realm = TestRealm.create(SERVER, "costroles", representation -> representation);
        realm.addGroup("Falcon", Map.of());
        add(realm, users);
        realm.addUser("clerk", spec -> spec.role("clerk"));
        AdminApi api = AdminApi.of(realm);
        realm.setAttribute("twoFactor.methods", "passkey,security-key,totp,sms");
        api.get("/users?max=50").expect(200);
        int without = statements(() -> api.get("/users?max=50").expect(200));

        realm.setAttribute("twoFactor.roleMethods", "realm-admin=passkey,security-key##clerk=totp");
        api.get("/users?max=50").expect(200);
        int with = statements(() -> api.get("/users?max=50").expect(200));
        int filtered = statements(() -> api.get("/users?max=50&status=several").expect(200));

        assertTrue(with <= without, with + " statements with role methods, " + without + " without");
        assertTrue(filtered <= without, filtered + " statements for users of a status");
    }

    @ParameterizedTest(
            name =
                    "X15 is one statement more for a page of 50 out of {0} users in a realm with {1} organizations, whatever "
                            + "their policies")
    @CsvSource({"60, 3", "200, 40"})
    void organizations(int users, int count) {
        TestRealm realm = TestRealm.create(SERVER, "costorgs", representation -> {
            representation.setOrganizationsEnabled(true);
            return representation;
        });
        realm.addGroup("Falcon", Map.of());
        add(realm, users);
        realm.setAttribute("twoFactor.enforcement", "optional");
        AdminApi api = AdminApi.of(realm);
        int without = fewest(() -> api.get("/users?max=50").expect(200));
        int withoutFiltered = fewest(() -> api.get("/users?max=50&status=sms").expect(200));
        int reportWithout = fewest(() -> api.get("/report").expect(200));

        List<String> members = realm.admin().get(realm.path("/users?max=3")).findValuesAsText("id");
        for (int n = 0; n < count; n++) {
            String organization = realm.admin()
                    .create(
                            realm.path("/organizations"),
                            Map.of(
                                    "name",
                                    "org" + n,
                                    "domains",
                                    List.of(Map.of("name", "org" + n + ".example")),
                                    "attributes",
                                    Map.of(
                                            "twoFactor.enforcement",
                                            List.of("required"),
                                            "twoFactor.methods",
                                            List.of(n % 2 == 0 ? "totp" : "passkey"),
                                            "twoFactor.graceDays",
                                            List.of(String.valueOf(n % 3)))));
            members.forEach(id -> realm.admin().post(realm.path("/organizations/" + organization + "/members"), id));
        }
        int with = fewest(() -> api.get("/users?max=50").expect(200));
        int filtered = fewest(() -> api.get("/users?max=50&status=sms").expect(200));
        int report = fewest(() -> api.get("/report").expect(200));

        assertTrue(with <= without + 1, with + " statements with organizations, " + without + " without");
        assertTrue(filtered <= withoutFiltered + 1, filtered + " statements for users of a status");
        assertTrue(report <= reportWithout, report + " statements for a report, " + reportWithout + " without");
    }

    @ParameterizedTest(
            name =
                    "D7 is at most seven statements for a page of 50 out of {0} users if fine-grained permissions decide "
                            + "whose numbers are shown in full")
    @CsvSource({"60", "200"})
    void rowByRow(int users) {
        TestRealm realm = TestRealm.create(SERVER, "costrows", representation -> {
            representation.setAdminPermissionsEnabled(true);
            return representation;
        });
        realm.addGroup("Falcon", Map.of());
        add(realm, users);
        TestUser limited = realm.addUser("administrator");
        realm.grantRole(limited, "realm-management", "query-users");
        new FineGrained(realm).permit(limited, "Users", List.of(), "view", "manage");
        AdminApi api = AdminApi.of(realm, realm, limited);

        api.get("/users?max=50").expect(200);
        int nothing = statements(() -> api.get("/users?max=50&status=locked").expect(200));
        int list = statements(
                () -> assertTrue(api.get("/users?max=50").expect(200).text().contains("+4670174")));

        assertTrue(list - nothing <= 5, list + " statements, of which " + nothing + " for a page without users");
    }

    @ParameterizedTest(
            name = "X15 is the same for a page of {0} organizations as for one, and at most five statements more than "
                    + "for any request; as for a page of members")
    @CsvSource("20")
    void organizations(int count) {
        TestRealm realm = TestRealm.create(SERVER, "costorgs", representation -> {
            representation.setOrganizationsEnabled(true);
            return representation;
        });
        realm.addGroup("Falcon", Map.of());
        add(realm, 60);
        AdminApi api = AdminApi.of(realm);
        TestOrganization first = TestOrganization.create(realm, "org0", Map.of("twoFactor.enforcement", "required"));
        realm.admin()
                .get(realm.path("/users?max=60"))
                .forEach(user -> realm.admin()
                        .post(
                                realm.path("/organizations/" + first.id() + "/members"),
                                user.path("id").asText()));
        String members = "/organizations/" + first.id() + "/users?max=50";
        api.get(members).expect(200);
        api.get("/organizations").expect(200);
        int nothing = statements(() -> api.get("/policy").expect(200));
        int one = statements(() -> api.get("/organizations").expect(200));
        int page = statements(
                () -> assertEquals(50, api.get(members).expect(200).body().size()));

        for (int n = 1; n < count; n++) {
            TestOrganization.create(realm, "org" + n, Map.of("twoFactor.enforcement", "optional"));
        }
        api.get("/organizations").expect(200);
        int many = statements(() ->
                assertEquals(count, api.get("/organizations").expect(200).body().size()));

        assertTrue(one - nothing <= 5, one + " statements, of which " + nothing + " for any request");
        assertTrue(many <= one, many + " statements for many organizations, " + one + " for one");
        assertTrue(page - nothing <= 5, page + " statements for members, of which " + nothing + " for any request");
    }

    /** Works in batches: a request for all users is slow if every statement is logged. */
    private static void add(TestRealm realm, int count) {
        for (int first = 0; first < count; first += PART) {
            add(realm, first, Math.min(count, first + PART));
        }
    }

    private static void add(TestRealm realm, int first, int behind) {
        List<Map<String, Object>> users = new ArrayList<>();
        for (int n = first; n < behind; n++) {
            users.add(Map.of(
                    "username",
                    "user" + n,
                    "enabled",
                    true,
                    "groups",
                    List.of("/Falcon"),
                    "credentials",
                    List.of(Map.of(
                            "type",
                            "sms-otp",
                            "credentialData",
                            "{\"phoneNumber\":\"" + PhoneNumbers.next() + "\",\"setBy\":\"admin\"}",
                            "secretData",
                            "{}"))));
        }
        realm.admin().post(realm.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "users", users));
    }

    /** The first requests fill caches, and one may have to renew the token. */
    private static int fewest(Runnable request) {
        request.run();
        return Math.min(statements(request), statements(request));
    }

    private static int statements(Runnable request) {
        return Statements.of(SERVER, request);
    }
}
