package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X26 A rule that starts to apply while the consent page is open")
class ConsentIT {
    private static final String CODE_PAGE = "login-strongroom-code";
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private static App consenting(TestRealm realm) {
        return realm.addClient("consenting", client -> {
            client.setConsentRequired(true);
            return client;
        });
    }

    /** Accepts the consent, is sent to the guard without an alarm, passes the factor, and accepts again. */
    private void assertGoesOnAtGuard(TestRealm realm, TestUser user, Page consent) {
        assertEquals("login-login-oauth-grant", consent.id());

        Page code = consent.press("accept").page();

        assertEquals(CODE_PAGE, code.id(), code::toString);
        assertTrue(realm.events(user).stream().noneMatch(event -> "second_factor_bypassed".equals(event.getError())));
        Page again = code.submit("code", VONAGE.awaitCode(number)).page();
        again.press("accept").signedIn();
    }

    @Test
    @DisplayName("sends the login back to the guard, where it continues, if the rule has been switched on")
    void switchedOn() {
        TestRealm realm =
                TestRealm.create("consenton", Map.of("twoFactor.enforcement", "off", "twoFactor.methods", "sms"));
        App app = consenting(realm);
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        Page consent = realm.signIn(browser, app.authorize(), user).page();
        realm.setAttribute("twoFactor.enforcement", "required");

        assertGoesOnAtGuard(realm, user, consent);
    }

    @Test
    @DisplayName("sends the login back to the guard, where it continues, if the passed factor has been removed")
    void factorRemoved() {
        TestRealm realm = TestRealm.create("consentgone", Map.of("twoFactor.enforcement", "required"));
        App app = consenting(realm);
        String secret = "secret-of-" + number.substring(1);
        TestUser user = realm.addUser("user", spec -> spec.app(secret).number(number));
        Page page = realm.signIn(browser, app.authorize(), user).page();
        Page totp = page.id().equals("login-strongroom-totp")
                ? page
                : page.form("method").press("method", "totp").page();
        Page consent =
                totp.submit("code", AuthenticatorApp.ofStored(secret).code()).page();
        realm.removeCredential(user, realm.credentialId(user, "otp"));

        assertGoesOnAtGuard(realm, user, consent);
    }
}
