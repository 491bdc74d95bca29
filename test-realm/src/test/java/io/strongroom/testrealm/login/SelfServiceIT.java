package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.RememberedBrowser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Factors that are managed by users or only by administrators")
class SelfServiceIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final Browser browser = new Browser();

    private static TestRealm realm(String enforcement, String methods, Map<String, String> more) {
        Map<String, String> attributes =
                new LinkedHashMap<>(Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", methods));
        attributes.putAll(more);
        return TestRealm.create("self", attributes);
    }

    private AccountConsole console(TestRealm realm, Landing landing) {
        return new AccountConsole(realm, realm.app().exchange(landing.signedIn()));
    }

    private static boolean canBeAdded(JsonNode kind) {
        return kind.hasNonNull("createAction");
    }

    @Test
    @DisplayName("T1 are all shown in the account console, with those that can be added, even if no flow contains them")
    void shown() {
        TestRealm realm = realm("optional", "totp,sms", Map.of("twoFactor.backupCodes", "10"));
        AccountConsole console = console(realm, realm.signIn(browser, realm.addUser("user")));

        for (String type : new String[] {"otp", "sms-otp", "backup-codes"}) {
            assertTrue(console.kind(type).isPresent(), type);
        }
        assertTrue(canBeAdded(console.kind("sms-otp").orElseThrow()));
        assertTrue(canBeAdded(console.kind("otp").orElseThrow()));
    }

    @Test
    @DisplayName("T2 can be removed by the user if nothing enforces them, and are then no longer asked for")
    void removes() {
        TestRealm realm = realm("optional", "totp,sms", Map.of());
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        Landing in = realm.signIn(browser, user).page().submit("code", VONAGE.awaitCode(number));
        AccountConsole console = console(realm, in);

        assertEquals(204, console.remove(realm.credentialId(user, "sms-otp")));

        realm.signIn(new Browser(), user).signedIn();
    }

    @Test
    @DisplayName("C2 are not offered in the console if administrators manage them, and an application's request is "
            + "refused")
    void administered() {
        TestRealm realm = realm("optional", "totp,sms", Map.of("twoFactor.selfService", "false"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        AccountConsole console =
                console(realm, realm.signIn(browser, user).page().submit("code", VONAGE.awaitCode(number)));

        assertFalse(canBeAdded(console.kind("sms-otp").orElseThrow()));
        assertFalse(console.kind("otp").map(SelfServiceIT::canBeAdded).orElse(false));
        assertTrue(console.remove(realm.credentialId(user, "sms-otp")) >= 400);
        for (String action : new String[] {"sms-otp-enrol", "CONFIGURE_TOTP"}) {
            Page refused = browser.open(realm.app().authorize().with("kc_action", action))
                    .page();
            assertEquals("login-strongroom-refused", refused.id(), action);
        }
    }

    @Test
    @DisplayName("X6 C2 do not stop a user from forgetting a remembered browser if administrators manage them")
    void forgetsBrowser() {
        TestRealm realm = realm(
                "optional",
                "totp,sms",
                Map.of("twoFactor.selfService", "false", "twoFactor.rememberBrowserDays", "30"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        RememberedBrowser.remember(realm, browser, user, number);
        String id = realm.credentialId(user, "remembered-browser");

        browser.open(realm.app().authorize().with("kc_action", "delete_credential:" + id))
                .page()
                .form("accept")
                .submit()
                .signedIn();

        assertTrue(realm.credentials(user).stream().noneMatch(credential -> id.equals(credential.getId())));
        realm.signOut(user);
        assertEquals("login-strongroom-code", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName("C1 can be added only for the one strategy that the tenant accepts")
    void exclusive() {
        TestRealm realm = realm("optional", "sms", Map.of());
        TestUser user = realm.addUser("user");
        AccountConsole console = console(realm, realm.signIn(browser, user));

        assertTrue(canBeAdded(console.kind("sms-otp").orElseThrow()));
        assertFalse(console.kind("otp").map(SelfServiceIT::canBeAdded).orElse(false));
        assertEquals(
                "login-strongroom-refused",
                browser.open(realm.app().authorize().with("kc_action", "CONFIGURE_TOTP"))
                        .page()
                        .id());
    }

    @Test
    @DisplayName(
            "C12 can't be removed by the user in any way if they are enforced, but an administrator can revoke one, "
                    + "and the user sets up a new one")
    void enforced() {
        TestRealm realm = realm("required", "totp", Map.of());
        TestUser user = realm.addUser("user", spec -> spec.app(secret));
        AccountConsole console =
                console(realm, realm.signIn(browser, user).page().submit("code", app.code()));
        String id = realm.credentialId(user, "otp");

        assertFalse(console.kind("otp").orElseThrow().path("removeable").asBoolean());
        assertTrue(console.remove(id) >= 400);
        Landing deletion = browser.open(realm.app().authorize().with("kc_action", "delete_credential:" + id));
        if (deletion instanceof Page page && page.has("form")) {
            page.form("accept").submit();
        }
        assertEquals(id, realm.credentialId(user, "otp"));

        realm.removeCredential(user, id);
        assertEquals(
                "login-strongroom-totp-setup",
                realm.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("D10 D12 include a room's number, which an administrator can remove but the member can't; then the "
            + "room's setting applies")
    void roomNumber() {
        TestRealm realm = realm("optional", "sms", Map.of());
        TestGroup room = realm.addGroup(
                "Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", "allow"));
        TestUser member = realm.addUser("member", spec -> spec.memberOf(room).numberFor(room, number));
        AccountConsole console =
                console(realm, realm.signIn(browser, member).page().submit("code", VONAGE.awaitCode(number)));
        String id = realm.credentialId(member, "sms-otp");

        assertTrue(console.remove(id) >= 400);

        realm.removeCredential(member, id);
        realm.signIn(new Browser(), member).signedIn();
    }

    @Test
    @DisplayName("T8 can be reset by an administrator if the user has lost phone and backup codes, and the next login "
            + "sets one up")
    void reset() {
        TestRealm realm = realm("required", "sms", Map.of());
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        realm.removeCredential(user, realm.credentialId(user, "sms-otp"));

        assertEquals(
                "login-strongroom-phone", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName("security 20: are passed before the user adds another, even in a session that has not passed any")
    void addsAnother() {
        TestRealm realm = realm("off", "totp,sms", Map.of());
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        realm.signIn(browser, user).signedIn();
        assertTrue(realm.requiredActions().contains("sms-otp-enrol"), room::path);

        Page first = browser.open(realm.app().authorize().with("kc_action", "CONFIGURE_TOTP"))
                .page();
        assertEquals("login-strongroom-code", first.id());
        Page setUp = first.submit("code", VONAGE.awaitCode(number)).page();

        assertEquals("login-strongroom-totp-setup", setUp.id());
    }

    @Test
    @DisplayName("security 20: can't be removed in any way from an older session unless they are passed")
    void removesUnpassed() {
        TestRealm realm = realm("optional", "totp,sms", Map.of());
        TestUser user = realm.addUser("user");
        AccountConsole early = console(realm, realm.signIn(browser, user));
        realm.signIn(new Browser(), realm.app().authorize().with("kc_action", "sms-otp-enrol"), user)
                .page()
                .submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        String id = realm.credentialId(user, "sms-otp");

        assertTrue(early.remove(id) >= 400);

        assertEquals(id, realm.credentialId(user, "sms-otp"));
        Page asked = browser.open(realm.app().authorize().with("kc_action", "delete_credential:" + id))
                .page();
        assertEquals("login-strongroom-code", asked.id());
    }

    @Test
    @DisplayName("X6 security 20: can't be removed in any way from a remembered browser that is not asked for them")
    void removesFromRememberedBrowser() {
        TestRealm realm = realm("optional", "totp,sms", Map.of("twoFactor.rememberBrowserDays", "30"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        realm.signIn(browser, user)
                .page()
                .form("code")
                .with(Map.of("code", VONAGE.awaitCode(number), "rememberBrowser", "true"))
                .submit()
                .signedIn();
        realm.admin().post(realm.path("/users/" + user.id() + "/logout"), null);
        AccountConsole console = console(realm, realm.signIn(browser, user));

        assertTrue(console.remove(realm.credentialId(user, "sms-otp")) >= 400);
    }

    @Test
    @DisplayName("C2 can't be set up through acr_values in an address if administrators manage them")
    void administeredStepUp() {
        TestRealm realm = realm("optional", "totp,sms", Map.of("twoFactor.selfService", "false"));
        TestUser user = realm.addUser("user");

        Page page = realm.signIn(browser, realm.app().authorize().with("acr_values", "2"), user)
                .page();

        assertEquals("login-strongroom-refused", page.id());
    }

    @Test
    @DisplayName("C1 C2 stay protected if the administrator gives the action an alias of their own")
    void renamedAction() {
        TestRealm realm = realm("optional", "sms", Map.of());
        realm.admin()
                .put(
                        realm.path("/authentication/required-actions/CONFIGURE_TOTP"),
                        Map.of("alias", "app", "name", "App", "enabled", true, "priority", 10));
        TestUser user = realm.addUser("user");

        Page page = realm.signIn(browser, realm.app().authorize().with("kc_action", "app"), user)
                .page();

        assertEquals("login-strongroom-refused", page.id());
    }
}
