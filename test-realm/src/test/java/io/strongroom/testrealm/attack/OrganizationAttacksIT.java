package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.IdentityProvider;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 Attacks through organizations")
class OrganizationAttacksIT {

    private final TestRealm realm = TestRealm.create("orgattack", representation -> {
        representation.setOrganizationsEnabled(true);
        representation.getAttributes().putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
        return representation;
    });
    private final TestOrganization acme = TestOrganization.create(realm, "acme");

    /** Keycloak lists groups of organizations only in requests that have changed the user, as here the provider's data. */
    @Test
    @DisplayName("an exempt role of an organization's group exempts nobody, even if the login changes the user")
    void roleOfGroup() {
        TestRealm home = TestRealm.create("orgattackhome");
        IdentityProvider.connect(home, realm, "acme-idp");
        IdentityProvider.configure(realm, "acme-idp", "syncMode", "FORCE");
        TestUser user = acme.add(realm.addUser("grouped"));
        TestUser atHome = home.addUser("grouped");
        IdentityProvider.link(realm, user, "acme-idp", atHome);
        acme.joinGroupWithRole(user, "guests", "two-factor-exempt");
        assertEquals(
                "login-strongroom-totp-setup",
                TestOrganization.signIn(realm, user).page().id());

        Landing landing = new Browser()
                .open(realm.app().authorize().with("kc_idp_hint", "acme-idp"))
                .page()
                .submit(Map.of("username", atHome.name(), "password", atHome.password()));

        assertEquals(0, realm.sessions(user).size(), landing::toString);
        assertEquals("login-strongroom-totp-setup", landing.page().id(), landing::toString);
    }

    @Test
    @DisplayName("a value that is too long for the database is refused with its field, and nothing changes")
    void tooLong() {
        String path = "/organizations/" + acme.id() + "/policy";
        List<String> roles = IntStream.range(0, 8)
                .mapToObj(index -> ("role-" + index + "-").concat("x".repeat(40)))
                .toList();
        roles.forEach(role -> realm.admin().post(realm.path("/roles"), Map.of("name", role)));

        AdminApi.Reply reply = AdminApi.of(realm).put(path, Map.of("enforcement", "required", "requiredRoles", roles));

        assertEquals(400, reply.status(), reply::toString);
        JsonNode errors = reply.body();
        assertEquals("requiredRoles", errors.at("/errors/0/field").asText(), errors::toString);
        assertEquals(Map.of(), acme.attributes());
    }

    @Test
    @DisplayName(
            "an update that leaves only some of a policy's attributes is reported as its loss until it is restored")
    void lostInPart() {
        String path = "/organizations/" + acme.id();
        AdminApi api = AdminApi.of(realm);
        api.put(path + "/policy", Map.of("enforcement", "required", "methods", List.of("passkey")))
                .expect(200);

        acme.setAttributes(Map.of("twoFactor.sms.sender", "ACME"));
        assertTrue(isLost(api, path));
        acme.setAttributes(Map.of("twoFactor.sms.sender", "ACME AB"));
        assertTrue(isLost(api, path), "another update does not hide it");

        api.post(path + "/health/lost-policy/mend", null).expect(204);
        assertEquals("required", acme.attributes().get("twoFactor.enforcement"));
        assertFalse(isLost(api, path));
    }

    private static boolean isLost(AdminApi api, String path) {
        return api.get(path + "/health")
                .expect(200)
                .body()
                .findValuesAsText("mend")
                .contains("lost-policy");
    }
}
