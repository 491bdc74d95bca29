package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.RememberedBrowser;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A remembered browser")
class RememberedBrowserIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private static TestRealm realm() {
        return TestRealm.create(
                "remember",
                Map.of(
                        "twoFactor.enforcement", "required",
                        "twoFactor.methods", "sms",
                        "twoFactor.rememberBrowserDays", "30"));
    }

    @Test
    @DisplayName("X6 is not asked for a code until its user's factors change, while other browsers and users are")
    void rememberedBrowser() {
        TestRealm realm = realm();
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        TestUser other = realm.addUser("other", spec -> spec.number(PhoneNumbers.next()));
        RememberedBrowser.remember(realm, browser, user, number);
        String remembered = browser.cookie("STRONGROOM_BROWSER").orElseThrow();
        realm.signOut(user);

        realm.signIn(browser, user).signedIn();
        realm.signOut(user);
        assertEquals(
                "login-strongroom-code", realm.signIn(browser, other).page().id());
        assertEquals(
                "login-strongroom-code",
                realm.signIn(new Browser(), user).page().id());

        assertTrue(realm.credentials(user).stream()
                .noneMatch(credential -> (credential.getCredentialData() + "").contains(remembered)));
        addNumber(realm, user);
        assertEquals("login-strongroom-code", realm.signIn(browser, user).page().id());
    }

    private void addNumber(TestRealm realm, TestUser user) {
        Browser elsewhere = new Browser();
        int before = 2; // one of the remembered login, one of the login in another browser
        VONAGE.awaitTexts(number, before);
        Page code = realm.signIn(elsewhere, realm.app().authorize().with("kc_action", "sms-otp-enrol"), user)
                .page();
        Page enrol = code.submit("code", VONAGE.awaitCode(number, before + 1)).page();
        assertEquals("login-strongroom-phone", enrol.id());
        String second = PhoneNumbers.next();
        enrol.submit("phoneNumber", second)
                .page()
                .submit("code", VONAGE.awaitCode(second))
                .signedIn();
    }

    @Test
    @DisplayName("X6 can be revoked by an administrator")
    void revokedBrowser() {
        TestRealm realm = realm();
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        RememberedBrowser.remember(realm, browser, user, number);
        realm.signOut(user);

        realm.removeCredential(user, realm.credentialId(user, "remembered-browser"));

        assertEquals("login-strongroom-code", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName(
            "X6 cannot be created by a forged field if the feature is off, and never replaces a data room's number")
    void notRemembered() {
        TestRealm off =
                TestRealm.create("forget", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        TestUser user = off.addUser("user", spec -> spec.number(number));
        RememberedBrowser.remember(off, browser, user, number);
        assertTrue(browser.cookie("STRONGROOM_BROWSER").isEmpty());

        TestRealm rooms = realm();
        TestGroup room = rooms.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        String own = PhoneNumbers.next();
        TestUser member = rooms.addUser("member", spec -> spec.number(own));
        Browser here = new Browser();
        RememberedBrowser.remember(rooms, here, member, own);
        rooms.signOut(member);
        rooms.join(member, room);
        assertEquals("login-strongroom-code", rooms.signIn(here, member).page().id());
    }
}
