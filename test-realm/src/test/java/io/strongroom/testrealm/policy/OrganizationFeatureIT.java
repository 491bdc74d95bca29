package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.server.ServerOptions;
import io.strongroom.testrealm.support.TestOrganization;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("X15 A server whose feature for organizations is disabled after an organization got a policy")
class OrganizationFeatureIT {

    @Test
    @DisplayName(
            "goes back to the realm's rule, says so in the health findings, and asks again when the feature is back")
    void disabled(@TempDir Path directory) {
        String name;
        TestUser user;
        try (KeycloakServer server = Harness.start(on(directory))) {
            TestRealm realm = TestRealm.create(server, "feature", representation -> {
                representation.setOrganizationsEnabled(true);
                return representation;
            });
            name = realm.name();
            user = realm.addUser("member");
            TestOrganization.create(
                            realm, "acme", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"))
                    .add(user);
            assertEquals(
                    "login-strongroom-totp-setup",
                    TestOrganization.signIn(realm, user).page().id());
        }
        try (KeycloakServer server = Harness.start(on(directory).withBuildOption("--features-disabled=organization"))) {
            TestRealm realm = TestRealm.of(server, name);
            // Keycloak's own browser flow has a step that the server does not know any more.
            assertTrue(realm.confidentialApp().passwordGrant(user).hasTokens());
            String findings = AdminApi.of(realm).get("/health").expect(200).text();
            assertTrue(findings.contains("organization"), findings);
        }
        try (KeycloakServer server = Harness.start(on(directory))) {
            TestRealm realm = TestRealm.of(server, name);
            assertEquals(
                    "login-strongroom-totp-setup",
                    TestOrganization.signIn(realm, user).page().id());
        }
    }

    private static ServerOptions on(Path directory) {
        return Harness.options()
                .withOption("--db-url=jdbc:h2:file:" + directory.resolve("keycloak") + ";NON_KEYWORDS=VALUE");
    }
}
