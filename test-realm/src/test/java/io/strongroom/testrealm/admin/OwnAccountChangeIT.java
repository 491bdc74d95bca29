package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.Admin;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("Administrators who change their own two-factor through Keycloak's admin API")
class OwnAccountChangeIT {
    private static final Map<String, String> OPTIONAL = Map.of("twoFactor.enforcement", "optional");
    private static final TestRealm REALM = PhoneNumberAttribute.realm("oneself", OPTIONAL, "admin");
    private static final TestGroup EXEMPT = REALM.addGroup("Machines", Map.of());
    private static final TestGroup REQUIRED = REALM.addGroup("Careful", Map.of());
    private static final TestGroup ROOM =
            REALM.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
    private static final TestGroup LEADERS = REALM.addGroup(ROOM, "Leaders", Map.of("dataRoom.administrators", "true"));
    private static final TestUser OTHER = REALM.addUser("other", spec -> spec.role("two-factor-required"));
    private static int users;

    private TestUser self;
    private TestGroup own;
    private Admin api;

    static {
        REALM.grantRole(OTHER, "two-factor-exempt");
        REALM.grantRole(OTHER, "own");
        REALM.grantRole(OTHER, "outer");
        REALM.admin().post(REALM.path("/roles/outer/composites"), List.of(role("two-factor-exempt")));
        REALM.admin().post(REALM.path("/groups/" + EXEMPT.id() + "/role-mappings/realm"), List.of(role("outer")));
        REALM.admin()
                .post(
                        REALM.path("/groups/" + REQUIRED.id() + "/role-mappings/realm"),
                        List.of(role("two-factor-required")));
    }

    private static JsonNode role(String name) {
        return REALM.admin().get(REALM.path("/roles/" + name));
    }

    /** An administrator with all rights in the realm, who got a token before the rule applied to them. */
    @BeforeEach
    void administrator() {
        users++;
        own = REALM.addGroup("Own" + users, Map.of());
        self = REALM.addUser("self" + users);
        REALM.grantRole(self, "realm-management", "realm-admin");
        REALM.grantRole(self, "own");
        api = Admin.of(REALM, self);
        REALM.grantRole(self, "two-factor-required");
        REALM.join(self, REQUIRED);
        REALM.join(self, own);
        String number = PhoneNumbers.next();
        put(
                REALM.admin(),
                Map.of("credentials", List.of(number(number)), "attributes", Map.of("phoneNumber", List.of(number))));
    }

    private static Map<String, Object> number(String number) {
        return Map.of(
                "type",
                "sms-otp",
                "credentialData",
                "{\"phoneNumber\":\"" + number + "\",\"setBy\":\"admin\"}",
                "secretData",
                "{}");
    }

    private Answer put(Admin admin, Map<String, Object> representation) {
        return admin.send("PUT", user(""), representation);
    }

    private String user(String path) {
        return REALM.path("/users/" + self.id() + path);
    }

    private JsonNode status() {
        return REALM.admin().get(REALM.path("/two-factor/users/" + self.id()));
    }

    private Stream<DynamicTest> attempts(Map<String, Supplier<Answer>> attempts) {
        return attempts.entrySet().stream()
                .map(attempt -> DynamicTest.dynamicTest(
                        "O1 " + attempt.getKey() + ": refused, recorded, and nothing changes", () -> {
                            JsonNode before = status();

                            Answer answer = attempt.getValue().get();

                            assertEquals(403, answer.status(), answer::toString);
                            assertTrue(answer.text("errorMessage").contains("your own account"), answer::toString);
                            assertEquals(before, status());
                            assertTrue(
                                    REALM.adminEvents().stream()
                                            .filter(event -> "own_two_factor".equals(event.getError()))
                                            .anyMatch(event -> self.id()
                                                    .equals(event.getAuthDetails()
                                                            .getUserId())),
                                    "it stays on record");
                        }));
    }

    @TestFactory
    @DisplayName("can't exempt themselves")
    Stream<DynamicTest> exempt() {
        String realmRoles = "/role-mappings/realm";
        String ownRole = "/roles-by-id/" + role("own").path("id").asText() + "/composites";
        return attempts(Map.of(
                "by the role itself",
                () -> api.send("POST", user(realmRoles), List.of(role("two-factor-exempt"))),
                "by a role that contains it",
                () -> api.send("POST", user(realmRoles), List.of(role("outer"))),
                "by joining a group with it",
                () -> api.send("PUT", user("/groups/" + EXEMPT.id()), null),
                "by granting it to their own group",
                () -> api.send("POST", REALM.path("/groups/" + own.id() + realmRoles), List.of(role("outer"))),
                "by moving their own group",
                () -> api.send(
                        "POST",
                        REALM.path("/groups/" + EXEMPT.id() + "/children"),
                        Map.of("id", own.id(), "name", "Own" + users)),
                "by adding it to their own role",
                () -> api.send("POST", REALM.path("/roles/own/composites"), List.of(role("two-factor-exempt"))),
                "by adding a role that contains it to their own role",
                () -> api.send("POST", REALM.path(ownRole), List.of(role("outer"))),
                "by joining the administrators of a data room",
                () -> api.send("PUT", user("/groups/" + LEADERS.id()), null)));
    }

    @TestFactory
    @DisplayName("can't lift a requirement from themselves")
    Stream<DynamicTest> required() {
        REALM.leave(self, REQUIRED);
        String mapping = "/role-mappings/realm";
        return attempts(Map.of(
                "by removing the role", () -> api.send("DELETE", user(mapping), List.of(role("two-factor-required")))));
    }

    @TestFactory
    @DisplayName("can't leave a group that requires a second factor of them")
    Stream<DynamicTest> requiredByGroup() {
        REALM.admin().send("DELETE", user("/role-mappings/realm"), List.of(role("two-factor-required")));
        return attempts(Map.of(
                "by leaving the group",
                () -> api.send("DELETE", user("/groups/" + REQUIRED.id()), null),
                "by removing the role from the group",
                () -> api.send(
                        "DELETE",
                        REALM.path("/groups/" + REQUIRED.id() + "/role-mappings/realm"),
                        List.of(role("two-factor-required")))));
    }

    @TestFactory
    @DisplayName("can't change their own factors")
    Stream<DynamicTest> factors() {
        String credential = REALM.credentialId(self, "sms-otp");
        return attempts(Map.of(
                "a factor is deleted",
                () -> api.send("DELETE", user("/credentials/" + credential), null),
                "a factor is added",
                () -> put(api, Map.of("credentials", List.of(number(PhoneNumbers.next())))),
                "the number of the profile is changed",
                () -> put(api, Map.of("attributes", Map.of("phoneNumber", List.of(PhoneNumbers.next())))),
                "the number of the profile is removed",
                () -> put(api, Map.of("attributes", Map.of()))));
    }

    @Test
    @DisplayName("O1 can change anything unrelated to two-factor and anything of other users, who can change theirs")
    void everythingElse() {
        Map<String, List<String>> attributes = Map.of("phoneNumber", List.of("+46701740605"));
        assertEquals(204, put(REALM.admin(), Map.of("attributes", attributes)).status());
        assertEquals(
                204,
                put(api, Map.of("firstName", "Ann", "attributes", attributes)).status());
        assertEquals(
                204,
                api.send("PUT", user("/reset-password"), Map.of("type", "password", "value", "another"))
                        .status());
        assertEquals(
                204,
                api.send("POST", user("/role-mappings/realm"), List.of(role("offline_access")))
                        .status());
        String others = REALM.path("/users/" + OTHER.id());
        assertEquals(
                204, api.send("PUT", others + "/groups/" + LEADERS.id(), null).status());
        assertEquals(
                204,
                api.send("DELETE", others + "/role-mappings/realm", List.of(role("two-factor-required")))
                        .status());
        String credential = REALM.credentialId(self, "sms-otp");
        assertEquals(
                204,
                REALM.admin()
                        .send("DELETE", user("/credentials/" + credential), null)
                        .status());
        assertEquals(
                204,
                REALM.admin()
                        .send("POST", user("/role-mappings/realm"), List.of(role("two-factor-exempt")))
                        .status());
        assertEquals(204, api.send("DELETE", user(""), null).status(), "and they may delete themselves");
    }

    @Test
    @DisplayName("O1 can change themselves as in any Keycloak realm if there is no rule")
    void withoutRule() {
        TestRealm realm = TestRealm.create("oneselfoff");
        TestUser user = realm.addUser("self", spec -> spec.number(PhoneNumbers.next()));
        realm.grantRole(user, "realm-management", "realm-admin");
        String credential = realm.credentialId(user, "sms-otp");

        assertEquals(
                204,
                Admin.of(realm, user)
                        .send("DELETE", realm.path("/users/" + user.id() + "/credentials/" + credential), null)
                        .status());
    }

    @Test
    @DisplayName("X15 can't leave an organization whose policy asks them, but one whose policy asks nobody")
    void organizations() {
        TestRealm realm = TestRealm.create("oneselforg", representation -> {
            representation.setOrganizationsEnabled(true);
            return representation;
        });
        TestUser user = realm.addUser("self", spec -> spec.number(PhoneNumbers.next()));
        realm.grantRole(user, "realm-management", "realm-admin");
        Admin admin = Admin.of(realm, user);
        TestOrganization asking = TestOrganization.create(realm, "acme", Map.of("twoFactor.enforcement", "required"));
        TestOrganization lenient = TestOrganization.create(realm, "globex", Map.of("twoFactor.enforcement", "off"));
        asking.add(user);
        lenient.add(user);

        Answer refused = admin.send("DELETE", asking.memberPath(user), null);

        assertEquals(403, refused.status(), refused::toString);
        assertEquals(1, asking.members().size());
        assertEquals(204, admin.send("DELETE", lenient.memberPath(user), null).status());
        assertEquals(
                204, realm.admin().send("DELETE", asking.memberPath(user), null).status());
    }

    @Test
    @DisplayName("X15 can't exempt themselves from an organization's policy, nor link a provider that it trusts")
    void rolesOfOrganizations() {
        TestRealm realm = TestRealm.create("oneselfrole", representation -> {
            representation.setOrganizationsEnabled(true);
            return representation;
        });
        TestUser user = realm.addUser("self", spec -> spec.number(PhoneNumbers.next()));
        realm.grantRole(user, "realm-management", "realm-admin");
        Admin admin = Admin.of(realm, user);
        List.of("guest", "staff").forEach(role -> realm.admin().post(realm.path("/roles"), Map.of("name", role)));
        realm.grantRole(user, "staff");
        realm.admin()
                .post(
                        realm.path("/identity-provider/instances"),
                        Map.of("alias", "acme-idp", "providerId", "github", "config", Map.of()));
        TestOrganization.create(
                        realm,
                        "acme",
                        Map.of(
                                "twoFactor.enforcement", "optional",
                                "twoFactor.exemptRoles", "guest",
                                "twoFactor.requiredRoles", "staff",
                                "twoFactor.trustedProviders", "acme-idp"))
                .add(user);
        String roles = realm.path("/users/" + user.id() + "/role-mappings/realm");

        Map<String, Answer> refused = Map.of(
                "exempt",
                admin.send("POST", roles, List.of(realm.admin().get(realm.path("/roles/guest")))),
                "no longer required",
                admin.send("DELETE", roles, List.of(realm.admin().get(realm.path("/roles/staff")))),
                "vouched for",
                admin.send(
                        "POST",
                        realm.path("/users/" + user.id() + "/federated-identity/acme-idp"),
                        Map.of("userId", "mine", "userName", "mine")));

        refused.forEach((attempt, answer) -> assertEquals(403, answer.status(), () -> attempt + ": " + answer));
    }
}
