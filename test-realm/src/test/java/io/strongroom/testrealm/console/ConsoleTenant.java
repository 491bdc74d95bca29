package io.strongroom.testrealm.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One tenant and one login to its console for all tests of a class; each test starts with the tenant's initial state.
 */
final class ConsoleTenant implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    /** The secret of the administrator's app. */
    static final String SECRET = "a secret of twenty b";

    private TestRealm realm;
    private TestUser administrator;
    private AuthenticatorApp app;
    private AdminConsole console;
    private JsonNode profile;

    @Override
    public void beforeAll(ExtensionContext context) {
        realm = AdminConsole.realm("console", Map.of());
        profile = realm.admin().get(realm.path("/users/profile"));
        administrator = AdminConsole.administrator(realm, "admin", spec -> spec.app(SECRET), "realm-admin");
        app = AuthenticatorApp.ofStored(SECRET);
        console = AdminConsole.open(realm, AdminConsole.window());
        console.signIn(administrator);
        // Without a policy, Keycloak itself asks users for their app.
        page().fill("#otp", app.code());
        page().click("#kc-login");
        console.awaitNavigation();
    }

    /** Resets the tenant: only the administrator, no data room, no rule. */
    @Override
    public void beforeEach(ExtensionContext context) {
        AdminApi.of(realm)
                .put("/policy", Map.of("backupCodes", 0, "sms", Map.of("perAddressPerHour", 1000)))
                .expect(200);
        realm.admin().put(realm.path("/users/profile"), profile);
        for (JsonNode user : realm.admin().get(realm.path("/users?max=100"))) {
            if (!administrator.id().equals(user.path("id").asText())) {
                realm.admin().delete(realm.path("/users/" + user.path("id").asText()));
            }
        }
        for (JsonNode group : realm.admin().get(realm.path("/groups?max=100"))) {
            realm.admin().delete(realm.path("/groups/" + group.path("id").asText()));
        }
        console.settle();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (console != null) {
            console.close();
        }
    }

    TestRealm realm() {
        return realm;
    }

    TestUser administrator() {
        return administrator;
    }

    /** The administrator's app. */
    AuthenticatorApp app() {
        return app;
    }

    AdminConsole console() {
        return console;
    }

    Page page() {
        return console.page();
    }

    /** Returns the id of the page after the password, which must not complete the login. */
    String pageAtLogin(TestUser user) {
        return realm.signIn(new Browser(), user).page().id();
    }

    /** Returns the page that asks for a code at a login. */
    io.strongroom.testrealm.harness.Page codePage(TestUser user) {
        io.strongroom.testrealm.harness.Page asked =
                realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", asked.id());
        return asked;
    }

    void assertNotAsked(TestUser user) {
        realm.signIn(new Browser(), user).signedIn();
    }
}
