package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.RealmFlow;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As in Keycloak's manual: a condition for each level, the second with its own step. */
@DisplayName("X7 A flow with its own levels")
class StepUpFlowIT {
    private static final String LEVEL = "conditional-level-of-authentication";

    private final String secret = "secret-of-" + PhoneNumbers.next().substring(1);
    private final AuthenticatorApp authenticator = AuthenticatorApp.ofStored(secret);
    private final Browser browser = new Browser();

    private static TestRealm tenant() {
        return TestRealm.create("levels", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
    }

    /** @param maxAge seconds for which the second level lasts */
    private static TestRealm realm(String second, String maxAge) {
        TestRealm realm = tenant();
        RealmFlow flow = RealmFlow.create(realm, "step-up").add("auth-cookie", "ALTERNATIVE");
        RealmFlow forms = flow.sub("levels", "ALTERNATIVE");
        level(forms, "1", "36000", "auth-username-password-form");
        level(forms, "2", maxAge, second);
        flow.bind("browserFlow");
        return realm;
    }

    private static void level(RealmFlow forms, String level, String maxAge, String step) {
        forms.sub("level " + level, "CONDITIONAL")
                .add(LEVEL, "REQUIRED")
                .configure(LEVEL, Map.of("loa-condition-level", level, "loa-max-age", maxAge))
                .add(step, "REQUIRED");
    }

    private TestUser user(TestRealm realm) {
        return realm.addUser("user" + secret.substring(10), spec -> spec.app(secret));
    }

    private static String acr(App app, Arrival arrival) {
        Answer tokens = app.exchange(arrival);
        return tokens.idToken().path("acr").asText();
    }

    @Test
    @DisplayName("accepts a factor passed at the guard, so that the session meets acr_values=2 as after the flow's own "
            + "step")
    void guardThenFlow() {
        TestRealm realm = realm("auth-otp-form", "36000");
        App app = realm.app();
        Page code = realm.signIn(browser, user(realm)).page();
        assertEquals("login-strongroom-totp", code.id(), code::toString);
        assertEquals("2", acr(app, code.submit("code", authenticator.code()).signedIn()));

        for (AuthorizationRequest request : new AuthorizationRequest[] {
            app.authorize().with("acr_values", "2"),
            app.authorize().with("acr_values", "2").with("prompt", "none")
        }) {
            assertEquals("2", acr(app, browser.open(request).signedIn()));
        }
    }

    @Test
    @DisplayName("runs its own step if a level is requested, and the guard asks for nothing more")
    void flowAsks() {
        TestRealm realm = realm("auth-otp-form", "36000");
        App app = realm.app();

        Page code = realm.signIn(browser, app.authorize().with("acr_values", "2"), user(realm))
                .page();

        assertEquals("login-login-otp", code.id(), code::toString);
        assertEquals("2", acr(app, code.submit("otp", authenticator.code()).signedIn()));
    }

    @Test
    @DisplayName("decides how long its level lasts, and asks again if the level lasts for a single login")
    void singleLogin() {
        TestRealm realm = realm("auth-otp-form", "0");
        App app = realm.app();
        Page code = realm.signIn(browser, user(realm)).page();
        assertEquals("2", acr(app, code.submit("code", authenticator.code()).signedIn()));

        Page again = browser.open(app.authorize().with("acr_values", "2")).page();

        assertEquals("login-login-otp", again.id(), again::toString);
    }

    @ParameterizedTest(
            name =
                    "that has only password steps asks for the password again when its level expires, at level {0} as at "
                            + "level 1")
    @ValueSource(strings = {"1", "2"})
    void passwordLevel(String requested) {
        TestRealm realm = tenant();
        RealmFlow flow = RealmFlow.create(realm, "passwords").add("auth-cookie", "ALTERNATIVE");
        level(flow.sub("levels", "ALTERNATIVE"), "1", "0", "auth-username-password-form");
        flow.bind("browserFlow");
        Page code = realm.signIn(browser, user(realm)).page();
        code.submit("code", authenticator.code()).signedIn();

        Page again = browser.open(realm.app().authorize().with("acr_values", requested))
                .page();

        assertTrue(again.hasField("password"), again::toString);
    }

    @Test
    @DisplayName("decides what its level means, so the guard's factor does not raise acr if the level requires a key")
    void keyLevel() {
        TestRealm realm = realm("webauthn-authenticator", "36000");
        App app = realm.app();

        Page code = realm.signIn(browser, user(realm)).page();

        assertEquals("1", acr(app, code.submit("code", authenticator.code()).signedIn()));
    }
}
