package io.strongroom.testrealm.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.VirtualAuthenticator;
import io.strongroom.testrealm.harness.VirtualAuthenticator.Device;
import io.strongroom.testrealm.support.KeyLogin;
import io.strongroom.testrealm.support.KeyPolicy;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keys in a real browser. */
@DisplayName("X17 In Chromium, a user")
class KeyStoriesIT {
    private final Chromium chromium = Chromium.open();
    private final Page page = chromium.page();

    @AfterEach
    void close() {
        chromium.close();
    }

    private static Map<String, String> rule(String methods) {
        return Map.of("twoFactor.enforcement", "required", "twoFactor.methods", methods);
    }

    @Test
    @DisplayName("signs in with a passkey by one touch, although a second factor is required")
    void oneTouch() {
        TestRealm realm = KeyLogin.FORM.realm(
                "onetouch", rule("passkey,totp,sms"), KeyPolicy.stock().mediation("none"));
        SoftAuthenticator key = SoftAuthenticator.passkey();
        TestUser user = realm.addUser("toucher", spec -> spec.passkey(key).app("secret"));
        VirtualAuthenticator phone =
                VirtualAuthenticator.in(chromium, Device.phone()).holding(realm, key);

        chromium.open(realm.app().authorize());
        chromium.useKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
        assertEquals(1, realm.sessions(user).size());
        assertEquals(1, phone.credentials().get(0).counter());
    }

    @Test
    @DisplayName("with an app and one with a security key are each asked once, side by side")
    void sideBySide() {
        TestRealm realm = TestRealm.create("sides", rule("security-key,totp"));
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser anna = realm.addUser("anna", spec -> spec.app("annas-secret").recoveryCodes("AAAABBBBCCCC"));
        TestUser ben = realm.addUser("ben", spec -> spec.securityKey(key));
        VirtualAuthenticator.in(chromium, Device.securityKey()).holding(realm, key);

        chromium.signIn(realm, ben);
        assertThat(page.locator("#authenticateWebAuthnButton")).isVisible();
        chromium.screenshot("key");
        chromium.assertAccessible();
        chromium.useKey();
        assertTrue(chromium.awaitArrival().code().isPresent());

        try (Chromium other = Chromium.open()) {
            other.signIn(realm, anna);
            assertThat(other.page().locator("#strongroom-method-backup")).isVisible();
            other.page().fill("#code", AuthenticatorApp.ofStored("annas-secret").code());
            other.page().click("#kc-login");
            assertTrue(other.awaitArrival().code().isPresent());
        }
    }

    @Test
    @DisplayName("with only a password sets up a passkey at login, and uses it at the next login")
    void setUp() {
        TestRealm realm = TestRealm.create("passkeyonly", rule("passkey"));
        TestUser user = realm.addUser("newcomer");
        VirtualAuthenticator.in(chromium, Device.phone());

        chromium.signIn(realm, user);
        assertThat(page.locator("#registerWebAuthn")).isVisible();
        chromium.screenshot("key-setup");
        chromium.assertAccessible();
        chromium.setUpKey();
        assertTrue(chromium.awaitArrival().code().isPresent());
        assertEquals(1, realm.credentials(user, "webauthn-passwordless").size());

        realm.signOut(user);
        chromium.signIn(realm, user);
        chromium.useKey();
        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("sees an error if the browser finds no key, and continues with the app")
    void noKey() {
        TestRealm realm = TestRealm.create("nokey", rule("security-key,totp"));
        TestUser user = realm.addUser(
                "forgetful",
                spec -> spec.securityKey(SoftAuthenticator.securityKey()).app("forgetful-secret"));
        VirtualAuthenticator.in(chromium, Device.securityKey());

        chromium.signIn(realm, user);
        chromium.useKey();
        assertThat(page.locator("body")).containsText("The key was not used");
        chromium.screenshot("key-not-used");
        page.click("#strongroom-method-totp");
        page.fill("#code", AuthenticatorApp.ofStored("forgetful-secret").code());
        page.click("#kc-login");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("whose device does not accept the PIN sees an error, and is in after the right one")
    void wrongPin() {
        TestRealm realm = TestRealm.create("pin", rule("passkey,totp"));
        SoftAuthenticator key = SoftAuthenticator.passkey();
        TestUser user = realm.addUser("verified", spec -> spec.passkey(key));
        VirtualAuthenticator phone = VirtualAuthenticator.in(
                        chromium, Device.phone().verifying(false))
                .holding(realm, key);
        chromium.signIn(realm, user);
        chromium.useKey();
        assertThat(page.locator("body")).containsText("The key was not used");

        phone.verify(true);
        chromium.useKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
    }
}
