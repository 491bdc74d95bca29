package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Json;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.Installation;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("X15 A stored realm in which an organization has a policy")
class StoredOrganizationIT {

    private static final Installation INSTALLATION = Installation.create("organizations", Harness.options());

    private static String realm;
    private static TestUser user;

    @BeforeAll
    static void store() {
        try (KeycloakServer server = INSTALLATION.start()) {
            TestRealm created = TestRealm.create(server, "stored", representation -> {
                representation.setOrganizationsEnabled(true);
                return representation;
            });
            realm = created.name();
            user = created.addUser("member");
            TestOrganization.create(
                            created, "acme", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"))
                    .add(user);
            assertAsked(server);
        }
    }

    private static void assertAsked(KeycloakServer server) {
        assertEquals(
                "login-strongroom-totp-setup",
                TestOrganization.signIn(TestRealm.of(server, realm), user)
                        .page()
                        .id());
    }

    @Test
    @DisplayName(
            "goes back to the realm's rule if the server's feature for organizations is disabled, says so in the health "
                    + "findings, and asks again when the feature is back")
    void disabled() {
        INSTALLATION.build("--features-disabled=organization");
        try (KeycloakServer server = INSTALLATION.start()) {
            TestRealm stored = TestRealm.of(server, realm);
            // Keycloak's own browser flow has a step that the server does not know any more.
            assertTrue(stored.confidentialApp().passwordGrant(user).hasTokens());
            String findings = AdminApi.of(stored).get("/health").expect(200).text();
            assertTrue(findings.contains("the server's feature organization is disabled"), findings);
        } finally {
            INSTALLATION.build();
        }

        try (KeycloakServer server = INSTALLATION.start()) {
            assertAsked(server);
        }
    }

    @Test
    @DisplayName("keeps the policy in an export, and applies it after an import on another server")
    void exported() {
        String exported = INSTALLATION.export(realm);

        Harness.admin().post("", Json.read(exported));

        TestRealm imported = TestRealm.of(Harness.server(), realm);
        assertEquals(
                "login-strongroom-totp-setup",
                TestOrganization.signIn(imported, user).page().id());
        assertFalse(imported.confidentialApp().passwordGrant(user).hasTokens());
        imported.delete();
    }
}
