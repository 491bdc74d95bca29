package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The strategy of a tenant, with one factor or both")
class StrategyIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm TOTP = realm("totp");
    private static final TestRealm SMS = realm("sms");
    private static final TestRealm BOTH = realm("totp,sms");

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);

    private static TestRealm realm(String methods) {
        return TestRealm.create(
                "strategy",
                Map.of(
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.methods",
                        methods,
                        "twoFactor.backupCodes",
                        "0"));
    }

    @Test
    @DisplayName(
            "C8 C9 C10 C11 O4 O6 TOTP is set up at login with a QR code and text, and every later login asks for a "
                    + "code")
    void totp() {
        TestUser user = TOTP.addUser("new" + number.substring(8));
        Page page = TOTP.signIn(new Browser(), user).page();

        assertEquals("login-strongroom-totp-setup", page.id());
        assertTrue(page.has("img#kc-totp-secret-qr-code"), "a QR code");
        AuthenticatorApp mine = AuthenticatorApp.on(page);
        page.submit("totp", mine.code()).signedIn();

        Page next = TOTP.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-totp", next.id());
        next.submit("code", mine.code()).signedIn();
    }

    @Test
    @DisplayName("C9 a wrong code sets nothing up, and the page can't be bypassed")
    void totpSetUpWrong() {
        TestUser user = TOTP.addUser("wrong" + number.substring(8));
        Page page = TOTP.signIn(new Browser(), user).page();

        Page again = page.submit("totp", "000000").page();

        assertEquals("login-strongroom-totp-setup", again.id());
        assertEquals(List.of(), TOTP.credentials(user, "otp"));
        assertFalse(TOTP.sessions(user).elements().hasNext());
    }

    @Test
    @DisplayName("C11 a wrong code shows an error, and a used code is refused")
    void totpWrong() {
        TestUser user = TOTP.addUser("user" + number.substring(8), spec -> spec.app(secret));
        Page page = TOTP.signIn(new Browser(), user).page();
        Page wrong = page.submit("code", "000000").page();
        assertTrue(wrong.message().contains("not right"), wrong::toString);
        String code = app.code();
        wrong.submit("code", code).signedIn();

        Page replay =
                TOTP.signIn(new Browser(), user).page().submit("code", code).page();

        assertTrue(replay.message().contains("used already"), replay::toString);
    }

    @Test
    @DisplayName("security 7: TOTP entries have to wait after wrong ones too, across logins")
    void totpWaits() {
        TestUser user = TOTP.addUser("guess" + number.substring(8), spec -> spec.app(secret));
        Page page = TOTP.signIn(new Browser(), user).page();
        for (int i = 0; i < 5; i++) {
            page = page.submit("code", "00000" + i).page();
        }

        Page waiting = TOTP.signIn(new Browser(), user)
                .page()
                .submit("code", app.code())
                .page();

        assertTrue(waiting.message().contains("Please wait"), waiting::toString);
    }

    @Test
    @DisplayName("C1 an app is neither asked for nor offered with the SMS strategy")
    void exclusive() {
        TestUser user = SMS.addUser(
                "both" + number.substring(8), spec -> spec.app(secret).number(number));

        Page page = SMS.signIn(new Browser(), user).page();

        assertEquals("login-strongroom-code", page.id());
        assertFalse(page.has("[name=method]"));
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("C15 users pass the old factor once and set up the new one after a change of strategy")
    void changed() {
        TestRealm realm = realm("sms");
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        realm.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        realm.setAttribute("twoFactor.methods", "totp");

        Page old = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", old.id());
        Page setUp = old.submit("code", VONAGE.awaitCode(number, 2)).page();
        assertEquals("login-strongroom-totp-setup", setUp.id());
        AuthenticatorApp mine = AuthenticatorApp.on(setUp);
        setUp.submit("totp", mine.code()).signedIn();
        assertEquals(
                "login-strongroom-totp",
                realm.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName(
            "T1 security 16: a new user chooses if both are accepted, and the page for a number says which is safer")
    void chooser() {
        TestUser user = BOTH.addUser("new" + number.substring(8));
        Page chooser = BOTH.signIn(new Browser(), user).page();

        assertEquals("login-strongroom-choose", chooser.id());
        Page phone = chooser.form("method").press("method", "sms").page();
        assertEquals("login-strongroom-phone", phone.id());
        assertTrue(phone.text().contains("they can be intercepted. An authenticator app is safer"), phone::toString);
        Page app = phone.form("method").press("method", "totp").page();
        assertEquals("login-strongroom-totp-setup", app.id());
    }

    @Test
    @DisplayName("T3 a user switches between app and message at login, and the last one used comes first next time")
    void change() {
        TestUser user = BOTH.addUser(
                "user" + number.substring(8), spec -> spec.app(secret).number(number));
        Page first = BOTH.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-totp", first.id());

        Page sms = first.form("method").press("method", "sms").page();
        assertEquals("login-strongroom-code", sms.id());
        Page back = sms.form("method").press("method", "totp").page();
        assertEquals("login-strongroom-totp", back.id());
        Page again = back.form("method").press("method", "sms").page();
        again.submit("code", VONAGE.awaitCode(number)).signedIn();

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(
                "login-strongroom-code", BOTH.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("a direct grant with the right TOTP succeeds only if TOTP is accepted")
    void directGrant() {
        TestUser here = TOTP.addUser("grant" + number.substring(8), spec -> spec.app(secret));
        TestUser there = SMS.addUser(
                "grant" + number.substring(8), spec -> spec.app(secret).number(number));

        assertTrue(TOTP.confidentialApp()
                .passwordGrant(here, Map.of("totp", app.code()))
                .hasTokens());
        assertFalse(TOTP.confidentialApp().passwordGrant(here).hasTokens());
        assertFalse(SMS.confidentialApp()
                .passwordGrant(there, Map.of("totp", app.code()))
                .hasTokens());
    }
}
