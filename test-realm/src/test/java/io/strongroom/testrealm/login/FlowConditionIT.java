package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.ComposedFlow;
import io.strongroom.testrealm.support.RememberedBrowser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Password, then text message or app if {@code second-factor-condition} matches. */
@DisplayName("A custom flow with Strongroom's condition")
class FlowConditionIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String SECRET = "secret-of-the-app";

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private static TestRealm realm(String enforcement, Map<String, String> more) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("twoFactor.enforcement", enforcement));
        attributes.putAll(more);
        return ComposedFlow.passwordThenWhere(
                "condition", "second-factor-condition", List.of("sms-otp-authenticator", "auth-otp-form"), attributes);
    }

    /** Asserts that the flow itself asks: the guard's pages belong to a required action. */
    private static void assertFlowAsks(String pageId, String field, Page page) {
        assertEquals(pageId, page.id(), page::toString);
        String action = page.form(field).action().getPath();
        assertTrue(action.endsWith("/login-actions/authenticate"), action);
    }

    @Test
    @DisplayName("C7 C13 asks only the users whom the policy asks, and the guard does not ask them again")
    void asThePolicy() {
        TestRealm realm = realm("required", Map.of());
        TestUser asked = realm.addUser("asked", spec -> spec.number(number));
        String exemptNumber = PhoneNumbers.next();
        TestUser exempt =
                realm.addUser("exempt", spec -> spec.number(exemptNumber).role("two-factor-exempt"));

        Page page = realm.signIn(browser, asked).page();
        assertFlowAsks("login-strongroom-code", "code", page);
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
        realm.signIn(new Browser(), exempt).signedIn();

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(0, VONAGE.texts(exemptNumber).size());
        assertEquals("sms-otp", realm.awaitEvent(asked, "LOGIN").getDetails().get("second_factor"));
    }

    @Test
    @DisplayName("D1 asks members of a data room that enforces two-factor, but no other user of the tenant")
    void dataRoom() {
        TestRealm realm = realm("off", Map.of());
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser member = realm.addUser("member", spec -> spec.memberOf(room).number(number));
        TestUser other = realm.addUser("other", spec -> spec.number(PhoneNumbers.next()));

        realm.signIn(new Browser(), other).signedIn();
        Page page = realm.signIn(browser, member).page();
        assertFlowAsks("login-strongroom-code", "code", page);
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("C9 asks for an app on Keycloak's own page, which satisfies the guard")
    void app() {
        TestRealm realm = realm("required", Map.of("twoFactor.methods", "totp"));
        TestUser user = realm.addUser("user", spec -> spec.app(SECRET));

        Page page = realm.signIn(browser, user).page();

        assertFlowAsks("login-login-otp", "otp", page);
        page.submit("otp", AuthenticatorApp.ofStored(SECRET).code()).signedIn();
    }

    @Test
    @DisplayName("C5 X1 leads a user without a factor to the guard, where they set one up first")
    void noFactor() {
        TestRealm realm = realm("required", Map.of("twoFactor.methods", "sms"));
        TestUser user = realm.addUser("user");

        Page page = realm.signIn(browser, user).page();

        assertEquals("login-strongroom-phone", page.id(), page::toString);
        page.submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        assertFlowAsks(
                "login-strongroom-code",
                "code",
                realm.signIn(new Browser(), user).page());
    }

    @Test
    @DisplayName("X6 runs a step under new-browser-condition only in browsers that are not remembered")
    void newBrowser() {
        TestRealm realm = ComposedFlow.passwordThenWhere(
                "newbrowser",
                "new-browser-condition",
                List.of("sms-otp-authenticator"),
                Map.of("twoFactor.enforcement", "required", "twoFactor.rememberBrowserDays", "30"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        ComposedFlow.disableCondition(realm, "new-browser-condition");
        RememberedBrowser.remember(realm, browser, user, number);
        realm.signOut(user);
        ComposedFlow.enableCondition(realm, "new-browser-condition");

        realm.signIn(browser, user).signedIn();
        assertFlowAsks(
                "login-strongroom-code",
                "code",
                realm.signIn(new Browser(), user).page());
    }

    @Test
    @DisplayName("X1 asks for nothing if its condition is disabled, and the guard still asks")
    void conditionSwitchedOff() {
        TestRealm realm = realm("required", Map.of("twoFactor.methods", "sms"));
        ComposedFlow.disableCondition(realm, "second-factor-condition");
        TestUser user = realm.addUser("user", spec -> spec.number(number));

        Page page = realm.signIn(browser, user).page();

        String action = page.form("code").action().getPath();
        assertTrue(action.endsWith("/login-actions/required-action"), action);
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }
}
