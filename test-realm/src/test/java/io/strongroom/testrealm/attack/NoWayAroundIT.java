package io.strongroom.testrealm.attack;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X1 The second factor can't be bypassed")
class NoWayAroundIT {
    private static final TestRealm REALM =
            TestRealm.create("closed", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestUser user = REALM.addUser("victim" + number.substring(1), spec -> spec.number(number));
    private final Browser browser = new Browser();

    private void assertNoSession() {
        assertFalse(REALM.sessions(user).elements().hasNext());
    }

    @ParameterizedTest(name = "kc_action={0} is stopped, and so is its cancellation")
    @ValueSource(
            strings = {
                "second-factor",
                "sms-otp-enrol",
                "CONFIGURE_TOTP",
                "UPDATE_PASSWORD",
                "delete_account",
                "no-such-action"
            })
    void kcAction(String action) {
        var landing = REALM.signIn(browser, REALM.app().authorize().with("kc_action", action), user);
        Page page = landing.page();

        if (!"no-such-action".equals(action)) {
            assertEquals("login-strongroom-code", page.id());
            Page cancelled =
                    page.form("code").with("cancel-aia", "true").submit().page();
            assertEquals("login-strongroom-code", cancelled.id());
            Page posted = browser.post(
                            URI.create(
                                    cancelled.form("code").action().toString().replace("second-factor", action)),
                            Map.of("cancel-aia", "true"))
                    .page();
            assertFalse(posted.id().isEmpty() && posted.status() == 200, posted::toString);
        }
        assertNoSession();
    }

    @Test
    @DisplayName("a session older than the rule is stopped, both in the same application and in another")
    void sessionFromBefore() {
        TestRealm realm = TestRealm.create("before");
        TestUser early = realm.addUser("early", spec -> spec.number(number));
        realm.signIn(browser, early).signedIn();

        realm.setAttribute("twoFactor.enforcement", "required");
        realm.setAttribute("twoFactor.methods", "sms");

        assertEquals(
                "login-strongroom-code",
                browser.open(realm.app().authorize()).page().id());
        assertEquals(
                "interaction_required",
                browser.open(realm.confidentialApp().authorize().with("prompt", "none"))
                        .returned()
                        .error()
                        .orElseThrow());
        Page page = browser.open(realm.app().authorize()).page();
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
        browser.open(realm.confidentialApp().authorize().with("prompt", "none")).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("single sign-on works once the factor is passed, and a new login asks for it again")
    void singleSignOn() {
        REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        browser.open(REALM.confidentialApp().authorize()).signedIn();
        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("security 24: a direct grant is refused")
    void directGrant() {
        Answer answer = REALM.confidentialApp().passwordGrant(user);

        assertEquals(400, answer.status());
        assertEquals("invalid_grant", answer.text("error"));
        assertNoSession();
    }

    @Test
    @DisplayName("a direct grant with an arbitrary code is refused too")
    void directGrantWithCode() {
        Answer answer = REALM.confidentialApp()
                .passwordGrant(user, Map.of("totp", "123456", "code", "123456", "otp", "123456"));

        assertEquals(400, answer.status());
        assertNoSession();
    }

    @Test
    @DisplayName("security 24: the device of a device grant gets no tokens until the code is entered")
    void deviceGrant() {
        Answer device = REALM.app().device();
        Page login = browser.open(URI.create(device.text("verification_uri_complete")))
                .page();
        Page page = login.submit(Map.of("username", user.name(), "password", user.password()))
                .page();

        assertEquals("login-strongroom-code", page.id());
        assertFalse(REALM.app().poll(device).hasTokens());
        assertNoSession();
    }

    @Test
    @DisplayName("a user's required actions come after the second factor")
    void otherActionsComeLater() {
        TestUser observed = REALM.addUser(
                "observed" + number.substring(1),
                spec -> spec.number(number)
                        .with(user -> user.setRequiredActions(List.of("UPDATE_PASSWORD", "sms-otp-enrol"))));

        Page page = REALM.signIn(browser, observed).page();

        assertEquals("login-strongroom-code", page.id());
        Page next = page.submit("code", VONAGE.awaitCode(number)).page();
        assertEquals("login-login-update-password", next.id());
    }

    @Test
    @DisplayName("posting to an action before its turn has no effect")
    void actionOutOfTurn() {
        Page page = REALM.signIn(browser, user).page();
        String action = page.form("code").action().toString();

        browser.post(
                URI.create(action.replace("execution=second-factor", "execution=UPDATE_PASSWORD")),
                Map.of("password-new", "stolen", "password-confirm", "stolen"));

        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), user).page().id());
        assertNoSession();
    }

    @Test
    @DisplayName("posting a login form again, or without its session code, has no effect")
    void staleForms() {
        Page login = REALM.loginPage(browser);
        Page page = login.submit(Map.of("username", user.name(), "password", user.password()))
                .page();
        login.submit(Map.of("username", user.name(), "password", user.password()));
        URI bare = URI.create(page.form("code").action().toString().replaceAll("session_code=[^&]*", "session_code=x"));

        browser.post(bare, Map.of("code", VONAGE.awaitCode(number)));

        assertNoSession();
    }

    @Test
    @DisplayName("a realm with an invalid value for the rule asks for the factor")
    void nonsense() {
        TestRealm realm =
                TestRealm.create("nonsense", Map.of("twoFactor.enforcement", "on", "twoFactor.methods", "sms"));
        TestUser someone = realm.addUser("someone", spec -> spec.number(number));

        assertEquals(
                "login-strongroom-code", realm.signIn(browser, someone).page().id());
    }

    @Test
    @DisplayName("X2 wrong codes count towards the realm's brute-force detection, and a locked-out user sees a message")
    void bruteForce() {
        TestRealm realm = TestRealm.create("brute", rep -> {
            rep.getAttributes().put("twoFactor.enforcement", "required");
            rep.getAttributes().put("twoFactor.methods", "sms");
            rep.setBruteForceProtected(true);
            rep.setFailureFactor(2);
            return rep;
        });
        TestUser locked = realm.addUser("locked", spec -> spec.number(number));
        Page page = realm.signIn(browser, locked).page();
        String code = VONAGE.awaitCode(number);
        for (int i = 0; i < 2; i++) {
            page = page.submit("code", Vonage.otherThan(code)).page();
            awaitCounted(realm, locked, i + 1);
        }

        Page refused = page.submit("code", code).page();

        assertEquals("login-strongroom-refused", refused.id());
        assertTrue(
                realm.events(locked).stream().anyMatch(event -> "user_temporarily_disabled".equals(event.getError())));
        assertFalse(realm.sessions(locked).elements().hasNext());
    }

    /** Keycloak counts asynchronously and rejects further entries of the user until it is done. */
    private static void awaitCounted(TestRealm realm, TestUser user, int failures) {
        String path = realm.path("/attack-detection/brute-force/users/" + user.id());
        await("that Keycloak has counted " + failures)
                .until(() -> realm.admin().get(path).path("numFailures").asInt() == failures);
    }
}
