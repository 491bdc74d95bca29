package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.ComposedFlow;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The SMS code as a step of a custom flow")
class FlowAuthenticatorIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();

    private static TestRealm realm(String label, Map<String, String> attributes) {
        return ComposedFlow.passwordThen(label, "sms-otp-authenticator", attributes);
    }

    @Test
    @DisplayName("asks for a code even if no policy does, shows an error for a wrong one and counts it")
    void withoutPolicy() {
        TestRealm realm = realm("flow", Map.of());
        TestUser user = realm.addUser("user", spec -> spec.number(number));

        Page page = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", page.id());
        String code = VONAGE.awaitCode(number);
        Page wrong = page.submit("code", Vonage.otherThan(code)).page();
        assertTrue(wrong.message().contains("4 attempts left"), wrong::toString);
        wrong.submit("code", code).signedIn();
        assertEquals(
                "invalid_user_credentials",
                realm.awaitEvent(user, "LOGIN_ERROR").getError());
    }

    @Test
    @DisplayName("satisfies the guard with one code, one message and one page")
    void withPolicy() {
        TestRealm realm =
                realm("flowandguard", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));

        Page page = realm.signIn(new Browser(), user).page();
        page.submit("code", VONAGE.awaitCode(number)).signedIn();

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals("sms-otp", realm.awaitEvent(user, "LOGIN").getDetails().get("second_factor"));
    }

    @Test
    @DisplayName("does not send another message when its page is refreshed")
    void refresh() {
        TestRealm realm = realm("flowrefresh", Map.of());
        TestUser user = realm.addUser("user", spec -> spec.number(number));

        Page page = realm.signIn(new Browser(), user).page();
        String code = VONAGE.awaitCode(number);
        Page fresh = page.refresh().page().click("#loginContinueLink").page();
        fresh.submit("code", code).signedIn();

        assertEquals(1, VONAGE.texts(number).size());
    }
}
