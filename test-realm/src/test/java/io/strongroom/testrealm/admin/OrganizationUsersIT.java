package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 Users of organizations in the admin API")
class OrganizationUsersIT {

    private static final TestRealm REALM = TestRealm.create("orgusers", realm -> {
        realm.setOrganizationsEnabled(true);
        realm.getAttributes().put("twoFactor.enforcement", "optional");
        return realm;
    });

    private static String acme;
    private static TestUser ann;

    @BeforeAll
    static void members() {
        acme = organization("acme", Map.of("twoFactor.enforcement", List.of("required")));
        String beta = organization("beta", Map.of());
        ann = REALM.addUser("ann", spec -> spec.role("two-factor-required"));
        join(beta, ann);
        join(acme, ann);
        REALM.addUser("bob");
    }

    private static String organization(String name, Map<String, List<String>> attributes) {
        return REALM.admin()
                .create(
                        REALM.path("/organizations"),
                        Map.of(
                                "name",
                                name,
                                "alias",
                                name + "-alias",
                                "domains",
                                List.of(Map.of("name", name + ".example")),
                                "attributes",
                                attributes));
    }

    private static void join(String organization, TestUser user) {
        REALM.admin().post(REALM.path("/organizations/" + organization + "/members"), user.id());
    }

    private static JsonNode listed(AdminApi api, TestUser user) {
        return api.get("/users?search=" + user.name()).expect(200).body().path(0);
    }

    @Test
    @DisplayName("are shown with their organizations and with the tenants that ask them")
    void shown() {
        AdminApi api = AdminApi.of(REALM);

        JsonNode detail = api.get("/users/" + ann.id()).expect(200).body();
        JsonNode bob = listed(api, new TestUser("", "bob", ""));
        List<String> csv = api.get("/report/csv").expect(200).text().lines().toList();

        assertEquals(
                List.of("acme", "beta"), detail.at("/summary/organizations").findValuesAsText("name"));
        assertEquals(
                List.of("acme-alias", "beta-alias"),
                detail.at("/summary/organizations").findValuesAsText("alias"));
        assertEquals(acme, detail.at("/summary/organizations/0/id").asText());
        assertEquals(
                List.of("realm", "acme-alias"),
                List.of(
                        detail.at("/askedBy/0").asText(),
                        detail.at("/askedBy/1").asText()));
        assertEquals(detail.at("/summary"), listed(api, ann));
        assertTrue(bob.path("organizations").isEmpty(), bob::toString);
        assertTrue(csv.get(0).endsWith(",organizations"), csv.get(0));
        assertTrue(csv.get(1).startsWith("ann,") && csv.get(1).endsWith(",acme-alias beta-alias"), csv.get(1));
    }

    @Test
    @DisplayName("are shown without organizations to an administrator who may not view these")
    void hidden() {
        TestUser clerk = REALM.addUser("clerk");
        REALM.grantRole(clerk, "realm-management", "view-users");
        AdminApi api = AdminApi.of(REALM, REALM, clerk);

        JsonNode detail = api.get("/users/" + ann.id()).expect(200).body();

        assertEquals(List.of("realm"), List.of(detail.at("/askedBy/0").asText()));
        assertEquals(1, detail.path("askedBy").size());
        assertTrue(detail.at("/summary/organizations").isEmpty(), detail::toString);
        assertTrue(listed(api, ann).path("organizations").isEmpty());
        assertFalse(api.get("/report/csv").expect(200).text().contains("acme"));
    }

    @Test
    @DisplayName("are not exempt by a role that a group of their organization has, because Keycloak grants none by it")
    void rolesOfGroups() {
        TestUser cat = REALM.addUser("cat");
        join(acme, cat);
        String groups = REALM.path("/organizations/" + acme + "/groups");
        String group = REALM.admin().create(groups, Map.of("name", "Machines"));
        REALM.admin().post(REALM.path("/roles"), Map.of("name", "two-factor-exempt"));
        REALM.admin()
                .post(
                        groups + "/" + group + "/role-mappings/realm",
                        List.of(REALM.admin().get(REALM.path("/roles/two-factor-exempt"))));
        REALM.admin().put(groups + "/" + group + "/members/" + cat.id(), null);
        AdminApi api = AdminApi.of(REALM);

        JsonNode detail = api.get("/users/" + cat.id()).expect(200).body();

        assertEquals("none", detail.at("/summary/status").asText());
        assertEquals(detail.at("/summary"), listed(api, cat));
        assertTrue(api.get("/users?status=none").expect(200).text().contains("\"cat\""));
        assertFalse(api.get("/users?status=exempt").expect(200).text().contains("\"cat\""));
    }
}
