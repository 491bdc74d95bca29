package io.strongroom.testrealm.policy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.Installation;
import io.strongroom.testrealm.server.KeycloakServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(Harness.OWN_SERVER)
@DisplayName("A server without the jar after the extension is uninstalled")
class UninstallIT {
    private static final Pattern TROUBLE = Pattern.compile("(?m)^.* (ERROR|FATAL) .*$");

    @BeforeAll
    static void onThisMachine() {
        assumeTrue(
                "distribution".equals(System.getProperty("keycloak.server", "distribution")),
                "the jar lies in a directory of this machine");
    }

    @Test
    @DisplayName("X13 lets users log in with the password, serves the console and logs no errors")
    void withoutTheJar() {
        Installation installation = Installation.create("uninstalled", Harness.options());
        TestRealm realm;
        TestUser user;
        TestUser administrator;
        try (KeycloakServer server = installation.start()) {
            realm = AdminConsole.realm(
                    server, "leave", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
            TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
            user = realm.addUser("lea", spec -> spec.memberOf(room).number(PhoneNumbers.next()));
            administrator = AdminConsole.administrator(realm, "admin", "realm-admin");
            AdminApi api = AdminApi.of(realm);
            api.post("/health/phone-number-attribute/mend", null).expect(204);
            assertEquals(
                    "login-strongroom-code",
                    realm.signIn(new Browser(), user).page().id());
            api.post("/uninstall", null).expect(200);
        }
        installation.removeJar();
        installation.build();

        try (KeycloakServer server = installation.start()) {
            TestRealm left = realm.on(server);
            left.signIn(new Browser(), user).signedIn();
            assertEquals(200, left.app().passwordGrant(user).status());
            try (AdminConsole console = AdminConsole.as(left, administrator)) {
                assertThat(console.page().locator("#nav-item-users")).isVisible();
                assertThat(console.page().locator("#nav-item-two-factor")).hasCount(0);
                console.row("lea").waitFor();
                console.open("/users/" + user.id() + "/credentials");
                console.page().locator("main").getByText("Password").first().waitFor();
            }
            List<String> trouble = TROUBLE.matcher(server.log())
                    .results()
                    .map(result -> result.group())
                    .toList();
            assertEquals(List.of(), trouble);
            assertFalse(server.log().contains("io.strongroom"), server::log);
        }
    }
}
