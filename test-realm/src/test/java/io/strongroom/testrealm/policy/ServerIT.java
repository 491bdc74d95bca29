package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A realm without a policy, which works as it does without the extension")
class ServerIT {
    private static final TestRealm REALM = TestRealm.create("plain");
    private static final TestUser ANNA = REALM.addUser("anna");

    @Test
    @DisplayName("a user signs in with a password, and tokens identify the user")
    void password() {
        Arrival arrival = REALM.signIn(new Browser(), ANNA).signedIn();

        assertEquals(
                "anna",
                REALM.app()
                        .exchange(arrival)
                        .idToken()
                        .path("preferred_username")
                        .asText());
        assertEquals("code", REALM.awaitEvent(ANNA, "LOGIN").getDetails().get("response_type"));
    }

    @Test
    @DisplayName("a wrong password shows an error on the same page")
    void wrongPassword() {
        Page page = REALM.loginPage(new Browser())
                .submit(Map.of("username", "anna", "password", "wrong"))
                .page();

        assertEquals("Invalid username or password.", page.message());
        assertEquals("login-login", page.id());
    }

    @Test
    @DisplayName("single sign-on works in a second application but not in another browser")
    void singleSignOn() {
        Browser browser = new Browser();
        REALM.signIn(browser, ANNA).signedIn();

        assertTrue(browser.open(REALM.confidentialApp().authorize().with("prompt", "none"))
                .signedIn()
                .code()
                .isPresent());
        assertEquals(
                "login_required",
                new Browser()
                        .open(REALM.app().authorize().with("prompt", "none"))
                        .returned()
                        .error()
                        .orElseThrow());
    }

    @Test
    @DisplayName("a direct grant and its refresh work")
    void directGrant() {
        Answer tokens = REALM.confidentialApp().passwordGrant(ANNA);

        assertEquals(200, tokens.status());
        assertTrue(REALM.confidentialApp().refresh(tokens).hasTokens());
    }

    @Test
    @DisplayName("a device grant works")
    void deviceGrant() {
        Answer device = REALM.app().device();
        assertFalse(REALM.app().poll(device).hasTokens());

        Browser browser = new Browser();
        Page consent = browser.open(URI.create(device.text("verification_uri_complete")))
                .page()
                .submit(Map.of("username", "anna", "password", ANNA.password()))
                .page();
        Page done = consent.press("accept").page();

        assertEquals(200, done.status());
        assertTrue(REALM.app().poll(device).hasTokens());
    }

    @Test
    @DisplayName("the login page works in Chromium and has no accessibility violations")
    void chromium() {
        try (Chromium chromium = Chromium.open()) {
            chromium.open(REALM.app().authorize());
            chromium.assertAccessible();
            chromium.page().fill("#username", "anna");
            chromium.page().fill("#password", ANNA.password());
            chromium.screenshot("login");
            chromium.page().click("#kc-login");

            assertTrue(chromium.awaitArrival().code().isPresent());
        }
    }
}
