package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.ComposedFlow;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X11 An administrator who impersonates a user")
class ImpersonationIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm REFUSING =
            TestRealm.create("acting", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final TestRealm ALLOWING = TestRealm.create(
            "allowing",
            Map.of(
                    "twoFactor.enforcement", "required",
                    "twoFactor.methods", "sms",
                    "twoFactor.impersonation", "allow"));

    private final String number = PhoneNumbers.next();
    private final Browser admin = new Browser();

    private TestUser actingAs(TestRealm realm, UnaryOperator<UserSpec> change) {
        TestUser user = realm.addUser("user" + number.substring(1), change);
        realm.impersonate(admin, user);
        return user;
    }

    /**
     * Keycloak asks for the user's password before a change, which the administrator doesn't have; the guard would
     * refuse next.
     */
    private static void assertGetsNowhere(Page page) {
        assertTrue(page.hasField("password") || page.id().equals("login-strongroom-refused"), page::toString);
    }

    private void assertRefused(Page page) {
        assertEquals("login-strongroom-refused", page.id(), page::toString);
        assertTrue(page.text().contains("acting as another user"), page::toString);
        assertTrue(page.has("#strongroom-sign-out"), page::html);
        assertEquals(0, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName(
            "is refused at once with an explanation, in each application and on every attempt, and the user gets no "
                    + "message")
    void refused() {
        TestUser user = actingAs(REFUSING, spec -> spec.number(number));

        for (App app : List.of(REFUSING.app(), REFUSING.confidentialApp())) {
            Page page = admin.open(app.authorize()).page();
            assertRefused(page);
            assertRefused(page.press("retry").page());
            assertRefused(page.form("retry").with("method", "sms").submit().page());
        }
        Map<String, String> details = REFUSING.awaitEvent(user, "LOGIN_ERROR").getDetails();
        assertEquals(
                "impersonation_refused",
                REFUSING.awaitEvent(user, "LOGIN_ERROR").getError());
        assertEquals("admin", details.get("impersonated"));
    }

    @Test
    @DisplayName("is refused even if the session cookie disappears midway, without any message or set-up")
    void withoutCookie() {
        actingAs(REFUSING, spec -> spec.number(number));
        Page page = admin.open(REFUSING.app().authorize()).page();
        admin.forgetCookie("KEYCLOAK_IDENTITY");
        admin.forgetCookie("KEYCLOAK_SESSION");

        assertRefused(page.press("retry").page());
    }

    @ParameterizedTest(name = "is refused even if a login page was left open before, {0} the session''s cookie halfway")
    @ValueSource(strings = {"with", "without"})
    void loginPageLeftOpen(String cookie) {
        REFUSING.loginPage(admin);
        actingAs(REFUSING, spec -> spec.number(number));

        Page page = admin.open(REFUSING.app().authorize()).page();

        assertRefused(page);
        if (cookie.equals("without")) {
            admin.forgetCookie("KEYCLOAK_IDENTITY");
            admin.forgetCookie("KEYCLOAK_SESSION");
        }
        assertRefused(page.press("retry").page());
    }

    @Test
    @DisplayName("cannot set up a factor for a user who has none")
    void setsUpNothing() {
        TestUser user = actingAs(REFUSING, spec -> spec);

        Page page = admin.open(REFUSING.app().authorize()).page();
        assertRefused(page);
        assertRefused(page.form("retry")
                .with(Map.of("phoneNumber", number, "send", "true"))
                .submit()
                .page());
        assertTrue(REFUSING.credentials(user, "sms-otp").isEmpty());
    }

    @Test
    @DisplayName("can continue as themselves from the refusal page")
    void signsOut() {
        actingAs(REFUSING, spec -> spec.number(number));
        Page page = admin.open(REFUSING.app().authorize()).page();

        Page confirm = page.click("#strongroom-sign-out").page();

        assertTrue(confirm.id().contains("logout"), confirm::toString);
        confirm.form("confirmLogout").submit();
        assertTrue(REFUSING.loginPage(admin).hasField("password"));
    }

    @Test
    @DisplayName(
            "is let in if the tenant permits it, with an audit event, no message and a token without a second factor")
    void allowed() {
        TestUser user = actingAs(ALLOWING, spec -> spec.number(number));

        Answer tokens =
                ALLOWING.app().exchange(admin.open(ALLOWING.app().authorize()).signedIn());

        assertEquals("admin", ALLOWING.awaitEvent(user, "LOGIN").getDetails().get("impersonated"));
        assertEquals("0", tokens.idToken().path("acr").asText());
        assertEquals(0, VONAGE.texts(number).size());
        assertRefused(
                admin.open(ALLOWING.app().authorize().with("acr_values", "2")).page());
    }

    @ParameterizedTest(
            name = "security 20: cannot change factors if impersonation is permitted or no rule asks: {0} by {1}")
    @CsvSource({
        "allow,CONFIGURE_TOTP",
        "allow,sms-otp-enrol",
        "allow,backup-codes-enrol",
        "allow,webauthn-register",
        "refuse,CONFIGURE_TOTP",
        "refuse,sms-otp-enrol"
    })
    void changesNothing(String setting, String action) {
        TestRealm realm = setting.equals("allow") ? ALLOWING : REFUSING;
        actingAs(realm, spec -> setting.equals("allow") ? spec : spec.role("two-factor-exempt"));

        assertGetsNowhere(
                admin.open(realm.app().authorize().with("kc_action", action)).page());
    }

    @Test
    @DisplayName("security 20: cannot remove a factor, either on the page or through the account API")
    void removesNothing() {
        TestUser user = actingAs(ALLOWING, spec -> spec.number(number).role("two-factor-exempt"));
        String id = ALLOWING.credentialId(user, "sms-otp");
        Answer tokens =
                ALLOWING.app().exchange(admin.open(ALLOWING.app().authorize()).signedIn());

        assertGetsNowhere(admin.open(ALLOWING.app().authorize().with("kc_action", "delete_credential:" + id))
                .page());
        assertNotEquals(204, new AccountConsole(ALLOWING, tokens).remove(id));
        assertFalse(ALLOWING.credentials(user, "sms-otp").isEmpty());
    }

    @ParameterizedTest(name = "does not see a pending set-up action of the user: {0}")
    @ValueSource(strings = {"CONFIGURE_TOTP", "sms-otp-enrol"})
    void waiting(String action) {
        actingAs(ALLOWING, spec -> spec.with(user -> user.setRequiredActions(List.of(action))));

        assertRefused(admin.open(ALLOWING.app().authorize()).page());
    }

    @Test
    @DisplayName("cannot trigger a message through a custom flow")
    void composedFlow() {
        TestRealm realm = ComposedFlow.passwordThen(
                "acted", "sms-otp-authenticator", Map.of("twoFactor.enforcement", "required"));
        TestUser user = realm.addUser("user" + number.substring(1), spec -> spec.number(number));
        realm.impersonate(admin, user);

        Page page = realm.signIn(admin, user).page();

        assertTrue(page.text().contains("acting as another user"), page::toString);
        assertEquals(0, VONAGE.texts(number).size());
    }
}
