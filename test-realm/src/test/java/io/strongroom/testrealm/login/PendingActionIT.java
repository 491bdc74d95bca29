package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A new user who has a pending set-up action and whom the rule also asks")
class PendingActionIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm REALM = TestRealm.create(
            "pending",
            Map.of("twoFactor.enforcement", "required", "twoFactor.backupCodes", "5", "twoFactor.graceDays", "3"));

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private TestUser user(String... actions) {
        return REALM.addUser(
                "user" + number.substring(1), spec -> spec.with(user -> user.setRequiredActions(List.of(actions))));
    }

    private static Page choose(Page page, String method) {
        return page.form("method").press("method", method).page();
    }

    private Landing saveCodes(Landing codes) {
        assertEquals("login-strongroom-backup-codes", codes.page().id(), codes::toString);
        return codes.page().press("saved");
    }

    private static void assertHas(TestUser user, String type, int count) {
        assertEquals(count, REALM.credentials(user, type).size());
        assertEquals(
                0,
                REALM.admin()
                        .get(REALM.path("/users/" + user.id()))
                        .path("requiredActions")
                        .size());
    }

    @Test
    @DisplayName("C9 C10 sets up one app, which fulfils CONFIGURE_TOTP")
    void app() {
        TestUser user = user("CONFIGURE_TOTP");

        Page setUp = choose(REALM.signIn(browser, user).page(), "totp");
        saveCodes(setUp.submit("totp", AuthenticatorApp.on(setUp).code())).signedIn();

        assertHas(user, "otp", 1);
    }

    @Test
    @DisplayName("C5 sets up one number, which fulfils sms-otp-enrol")
    void number() {
        TestUser user = user("sms-otp-enrol");

        saveCodes(proven(choose(REALM.signIn(browser, user).page(), "sms"))).signedIn();

        assertHas(user, "sms-otp", 1);
    }

    private Landing proven(Page setUp) {
        return setUp.submit("phoneNumber", number).page().submit("code", VONAGE.awaitCode(number));
    }

    @ParameterizedTest(name = "T2 gets one set of codes, which fulfils {0}")
    @ValueSource(strings = {"backup-codes-enrol", "CONFIGURE_RECOVERY_AUTHN_CODES"})
    void codes(String action) {
        TestUser user = user(action);

        saveCodes(proven(choose(REALM.signIn(browser, user).page(), "sms"))).signedIn();

        assertHas(user, "backup-codes", 1);
        assertEquals(0, REALM.credentials(user, "recovery-authn-codes").size());
    }

    @Test
    @DisplayName("C9 still has to set up the app after choosing a number")
    void another() {
        TestUser user = user("CONFIGURE_TOTP");

        Page app = proven(choose(REALM.signIn(browser, user).page(), "sms")).page();

        assertEquals("login-strongroom-totp-setup", app.id(), app::toString);
        saveCodes(app.submit("totp", AuthenticatorApp.on(app).code())).signedIn();
        assertHas(user, "otp", 1);
    }

    @Test
    @DisplayName("X5 completes the pending action once after postponing it, which also satisfies the rule")
    void reverse() {
        TestUser user = user("CONFIGURE_TOTP");

        Page app = REALM.signIn(browser, user).page().press("later").page();

        assertEquals("login-strongroom-totp-setup", app.id(), app::toString);
        saveCodes(app.submit("totp", AuthenticatorApp.on(app).code())).signedIn();
        assertHas(user, "otp", 1);
    }

    @Test
    @DisplayName("C9 sets up once if an application requests it too, and the application gets the success status")
    void byApplication() {
        TestUser user = user();
        Page chooser = REALM.signIn(browser, REALM.app().authorize().with("kc_action", "CONFIGURE_TOTP"), user)
                .page();

        Page setUp = choose(chooser, "totp");
        Arrival arrival = saveCodes(
                        setUp.submit("totp", AuthenticatorApp.on(setUp).code()))
                .signedIn();

        assertHas(user, "otp", 1);
        assertEquals("success", arrival.parameter("kc_action_status").orElse(""));
    }

    @Test
    @DisplayName("C9 sets up once if the action is one of the realm's default actions")
    void byDefault() {
        TestRealm realm =
                TestRealm.create("default", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
        var action = (com.fasterxml.jackson.databind.node.ObjectNode)
                realm.admin().get(realm.path("/authentication/required-actions/CONFIGURE_TOTP"));
        realm.admin()
                .put(realm.path("/authentication/required-actions/CONFIGURE_TOTP"), action.put("defaultAction", true));
        TestUser user = realm.addUser(
                "user" + number.substring(1),
                spec -> spec.with(added -> added.setRequiredActions(List.of("CONFIGURE_TOTP"))));

        Page setUp = realm.signIn(browser, user).page();
        setUp.submit("totp", AuthenticatorApp.on(setUp).code()).signedIn();

        assertEquals(1, realm.credentials(user, "otp").size());
    }
}
