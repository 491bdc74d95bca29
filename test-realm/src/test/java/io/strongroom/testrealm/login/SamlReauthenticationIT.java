package io.strongroom.testrealm.login;

import static io.strongroom.testrealm.harness.SamlService.assertAsserted;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SamlService;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A user who is already signed in with SAML")
class SamlReauthenticationIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestRealm realm = TestRealm.create("againsaml");
    private final SamlService service = SamlService.addTo(realm);
    private final Browser browser = new Browser();

    private void ruleOn() {
        realm.setAttribute("twoFactor.enforcement", "required");
        realm.setAttribute("twoFactor.methods", "sms");
    }

    @Test
    @DisplayName("O3 X1 enters the password again and then sets up a factor if the session is older than the rule")
    void saml() {
        TestUser user = realm.addUser("early");
        assertAsserted(browser.open(service.request())
                .page()
                .submit(Map.of("username", user.name(), "password", user.password()))
                .page());
        assertAsserted(browser.open(service.request()).page());
        ruleOn();

        Page password = browser.open(service.request()).page();
        ReauthenticationIT.assertAsksForPassword(password);
        Page setUp = password.submit("password", user.password()).page();
        assertEquals("login-strongroom-phone", setUp.id(), setUp::toString);
        Page proof = setUp.submit("phoneNumber", number).page();
        assertAsserted(proof.submit("code", VONAGE.awaitCode(number)).page());
    }

    @Test
    @DisplayName("O3 X1 is asked for the code only if they have a factor and signed in before the rule")
    void samlCodeOnly() {
        TestUser user = realm.addUser("early", spec -> spec.number(number));
        realm.signIn(browser, user).signedIn();
        ruleOn();

        Page page = browser.open(service.request()).page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
        assertAsserted(page.submit("code", VONAGE.awaitCode(number)).page());
    }
}
