package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
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
                representation.setResetPasswordAllowed(true);
                representation
                        .getAttributes()
                        .putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
                return representation;
            })
            .withMail();
    private final TestOrganization acme = TestOrganization.create(realm, "acme");

    @Test
    @DisplayName("an exempt role of an organization's group exempts nobody, even if a reset link has changed the user")
    void roleOfGroup() {
        TestUser user = acme.add(realm.addUser("grouped"));
        acme.joinGroupWithRole(user, "guests", "two-factor-exempt");
        realm.admin()
                .put(
                        realm.path("/users/" + user.id()),
                        Map.of("email", user.name() + "@example.com", "emailVerified", false));
        assertEquals(
                "login-strongroom-totp-setup",
                TestOrganization.signIn(realm, user).page().id());
        Browser thief = new Browser();
        Page forgotten = realm.loginPage(thief)
                .submit("username", user.name())
                .page()
                .click("a[href*=reset-credentials]")
                .page();
        if (forgotten.hasField("username")) {
            forgotten.submit("username", user.name());
        }

        Page page = thief.open(MailedLink.to(user)).page();

        assertEquals("login-strongroom-totp-setup", page.id(), page::toString);
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
}
