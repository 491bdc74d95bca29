package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.RealmFlow;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("O3 A session older than the rule, in a flow with its own levels")
class FreshLoginIT {
    private static final String LEVEL = "conditional-level-of-authentication";

    private final Browser browser = new Browser();

    private static void level(RealmFlow forms, String level, String maxAge, String step) {
        forms.sub("level " + level, "CONDITIONAL")
                .add(LEVEL, "REQUIRED")
                .configure(LEVEL, Map.of("loa-condition-level", level, "loa-max-age", maxAge))
                .add(step, "REQUIRED");
    }

    @Test
    @DisplayName("can't set up a factor by requesting a level: the user enters the password first, and only once")
    void level() {
        TestRealm realm = TestRealm.create("fresh", Map.of("twoFactor.methods", "totp"));
        RealmFlow flow = RealmFlow.create(realm, "step-up").add("auth-cookie", "ALTERNATIVE");
        RealmFlow forms = flow.sub("levels", "ALTERNATIVE");
        level(forms, "1", "36000", "auth-username-password-form");
        level(forms, "2", "0", "auth-otp-form");
        flow.bind("browserFlow");
        TestUser user = realm.addUser("user");
        realm.signIn(browser, user).signedIn();
        realm.setAttribute("twoFactor.enforcement", "required");
        AuthorizationRequest request = realm.app().authorize().with("acr_values", "2");

        Page page = browser.open(request).page();

        assertTrue(page.hasField("password"), page::toString);
        Page setUp = page.submit("password", user.password()).page();
        assertEquals("login-strongroom-totp-setup", setUp.id(), setUp::toString);
        setUp.submit("totp", AuthenticatorApp.on(setUp).code()).signedIn();
    }
}
