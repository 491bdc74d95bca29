package io.strongroom.testrealm.login;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
@DisplayName("A user who is already signed in")
class ReauthenticationIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestRealm realm = TestRealm.create("again");
    private final Browser browser = new Browser();

    private void ruleOn() {
        realm.setAttribute("twoFactor.enforcement", "required");
        realm.setAttribute("twoFactor.methods", "sms");
    }

    private TestUser signedInBeforeTheRule() {
        TestUser user = realm.addUser("early");
        realm.signIn(browser, user).signedIn();
        ruleOn();
        return user;
    }

    private TestUser signedInWithACode() {
        ruleOn();
        TestUser user = realm.addUser("careful", spec -> spec.number(number));
        realm.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        return user;
    }

    static void assertAsksForPassword(Page page) {
        assertEquals("login-login", page.id(), page::toString);
        assertTrue(page.hasField("password"), page::toString);
    }

    @Test
    @DisplayName("O3 enters the password again and then sets up a factor if the session is older than the rule")
    void passwordThenSetUp() {
        TestUser user = signedInBeforeTheRule();

        Page password = browser.open(realm.app().authorize()).page();
        assertAsksForPassword(password);
        Page setUp = password.submit("password", user.password()).page();
        assertEquals("login-strongroom-phone", setUp.id(), setUp::toString);
        setUp.submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        browser.open(realm.confidentialApp().authorize()).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("O3 does so in every application, for every kind of request and on every attempt")
    void noSetUpWithoutPassword() {
        TestUser user = signedInBeforeTheRule();
        AuthorizationRequest request = realm.app().authorize();

        for (AuthorizationRequest attempt : List.of(
                request,
                realm.confidentialApp().authorize(),
                request.with("kc_action", "sms-otp-enrol"),
                request.with("kc_action", "second-factor"),
                request.with("max_age", "3600"),
                request.with("acr_values", "2"))) {
            Page page = browser.open(attempt).page();
            assertAsksForPassword(page);
            assertAsksForPassword(page.refresh().page());
        }
        assertEquals(1, realm.credentials(user).size());
    }

    @Test
    @DisplayName("O3 cannot set anything up by posting a number without the password")
    void postingWithoutPassword() {
        TestUser user = signedInBeforeTheRule();
        Page password = browser.open(realm.app().authorize()).page();
        String authenticate = password.form("password").action().toString();
        String action = authenticate
                .replace("/login-actions/authenticate", "/login-actions/required-action")
                .replaceAll("execution=[^&]*", "execution=second-factor");

        browser.post(URI.create(action), Map.of("phoneNumber", number));
        browser.post(URI.create(action.replaceAll("session_code=[^&]*&", "")), Map.of("phoneNumber", number));
        browser.open(URI.create(action.replaceAll("session_code=[^&]*&", "")));

        assertEquals(List.of(), VONAGE.texts(number));
        assertEquals(1, realm.credentials(user).size());
        assertAsksForPassword(browser.open(realm.app().authorize()).page());
    }

    @Test
    @DisplayName("O3 cannot complete the login with a wrong password")
    void wrongPassword() {
        signedInBeforeTheRule();

        Page refused = browser.open(realm.app().authorize())
                .page()
                .submit("password", "wrong")
                .page();

        assertAsksForPassword(refused);
    }

    @Test
    @DisplayName("O3 gets the error that interaction is required for a prompt=none request")
    void promptNone() {
        signedInBeforeTheRule();

        assertEquals(
                "interaction_required",
                browser.open(realm.app().authorize().with("prompt", "none"))
                        .returned()
                        .error()
                        .orElseThrow());
    }

    @Test
    @DisplayName("O3 is asked for the code only if they have a factor and signed in before the rule")
    void codeOnly() {
        TestUser user = realm.addUser("early", spec -> spec.number(number));
        realm.signIn(browser, user).signedIn();
        ruleOn();

        Page page = browser.open(realm.app().authorize()).page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("X7 is asked for the password and a new code by prompt=login, whatever the session remembers")
    void promptLogin() {
        TestUser user = signedInWithACode();
        browser.open(realm.app().authorize()).signedIn();

        Page password =
                browser.open(realm.app().authorize().with("prompt", "login")).page();
        assertAsksForPassword(password);
        assertAsksForANewCode(password.submit("password", user.password()).page());
    }

    @Test
    @DisplayName(
            "X7 has to wait for the next code right after the last one, and the page says so instead of announcing a "
                    + "message")
    void promptLoginTooSoon() {
        TestUser user = signedInWithACode();

        Page page = browser.open(realm.app().authorize().with("prompt", "login"))
                .page()
                .submit("password", user.password())
                .page();

        boolean sent = VONAGE.texts(number).size() > 1; // true if a slow machine took longer than the wait
        assertTrue(sent || page.text().contains("There is no valid code for your number"), page::toString);
        assertTrue(sent || page.message().matches(".*another message in \\d+ seconds?\\."), page::toString);
    }

    @Test
    @DisplayName("X7 is asked for the password and a new code by max_age once the login is older")
    void maxAge() {
        TestUser user = signedInWithACode();
        browser.open(realm.app().authorize().with("max_age", "3600")).signedIn();

        Page password = await("the login to be older than a second")
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> browser.open(realm.app().authorize().with("max_age", "0")),
                        landing -> landing instanceof Page)
                .page();
        assertAsksForPassword(password);
        assertAsksForANewCode(password.submit("password", user.password()).page());
    }

    @Test
    @DisplayName(
            "O6 is asked again if the browser no longer has the cookie of the session in which the factor was passed")
    void cookieLost() {
        TestUser user = signedInWithACode();
        browser.forgetCookie("KEYCLOAK_IDENTITY");

        Page page = realm.signIn(browser, user).page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
    }

    @Test
    @DisplayName("O6 is asked again on a login page that has been open all along")
    void cookieLostWithAPageOpen() {
        ruleOn();
        Page open = realm.loginPage(browser);
        TestUser user = signedInWithACode();
        browser.forgetCookie("KEYCLOAK_IDENTITY");

        Page page = open.submit(Map.of("username", user.name(), "password", user.password()))
                .page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
    }

    @Test
    @DisplayName("O6 is asked again once the session has ended")
    void sessionEnded() {
        TestRealm shortLived = TestRealm.create("short", settings -> {
            settings.setSsoSessionMaxLifespan(3);
            settings.getAttributes().putAll(Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
            return settings;
        });
        TestUser user = shortLived.addUser("careful", spec -> spec.number(number));
        shortLived
                .signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        Page login = await("the session to end")
                .atMost(Duration.ofSeconds(10))
                .until(() -> browser.open(shortLived.app().authorize()), landing -> landing instanceof Page)
                .page();
        Page page = login.submit(Map.of("username", user.name(), "password", user.password()))
                .page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
    }

    /** The first message was just sent, so the server makes the next one wait. */
    private void assertAsksForANewCode(Page page) {
        assertEquals("login-strongroom-code", page.id(), page::toString);
        String used = VONAGE.awaitCode(number);
        assertEquals("login-strongroom-code", page.submit("code", used).page().id());
        Landing now = await("another message")
                .atMost(Duration.ofSeconds(45))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            if (VONAGE.texts(number).size() < 2) {
                                page.refresh().page().press("resend");
                            }
                            return page.refresh();
                        },
                        landing -> VONAGE.texts(number).size() > 1);
        assertNotEquals(used, VONAGE.awaitCode(number, 2));
        now.page().submit("code", VONAGE.awaitCode(number, 2)).signedIn();
    }
}
