package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Owners who are held to factors that resist phishing. */
@DisplayName("X17 A role that is held to keys")
class RoleMethodsIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String name = "owner" + number.substring(1);
    private final Browser browser = new Browser();

    private static TestRealm realm(Map<String, String> more) {
        Map<String, String> attributes = new HashMap<>(Map.of(
                "twoFactor.enforcement", "required",
                "twoFactor.methods", "totp,sms",
                "twoFactor.rememberBrowserDays", "30",
                "twoFactor.roleMethods", "realm-admin=passkey,security-key"));
        attributes.putAll(more);
        return TestRealm.create("roles", attributes);
    }

    private TestUser owner(TestRealm realm, UnaryOperator<UserSpec> change) {
        TestUser owner = realm.addUser(name, change);
        realm.grantRole(owner, "realm-management", "realm-admin");
        return owner;
    }

    @Test
    @DisplayName("does not let an owner in with a text message, who sets up a key instead")
    void weaker() {
        TestRealm realm = realm(Map.of());
        TestUser owner = owner(realm, spec -> spec.number(number));

        Page code = realm.signIn(browser, owner).page();
        assertEquals("login-strongroom-code", code.id(), code::toString);
        Page choice = code.submit("code", VONAGE.awaitCode(number)).page();
        assertEquals("login-strongroom-choose", choice.id(), choice::toString);
        assertFalse(choice.has("#strongroom-method-sms"), choice::toString);
        assertEquals(0, realm.sessions(owner).size());
        Page setUp = choice.form("method").press("method", "passkey").page();
        SoftAuthenticator.passkey().belongsTo(owner.id()).register(setUp);

        assertEquals(1, realm.credentials(owner, "webauthn-passwordless").size());
    }

    @Test
    @DisplayName("refuses an owner with only a number where administrators manage the factors, and says whom to ask")
    void refused() {
        TestRealm realm = realm(Map.of("twoFactor.selfService", "false"));
        TestUser owner = owner(realm, spec -> spec.number(number));

        Page page = realm.signIn(browser, owner).page();

        assertEquals("login-strongroom-refused", page.id(), page::toString);
        assertTrue(page.text().contains("Passkey, Security key"), page::toString);
        assertTrue(page.text().contains("administrator"), page::toString);
        assertTrue(page.has("#strongroom-restart, #reset-login"), page::toString);
        assertEquals(0, realm.sessions(owner).size());
        assertEquals(0, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("asks an owner for the key although the browser was remembered after a weaker factor")
    void remembered() {
        TestRealm realm = realm(Map.of());
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = realm.addUser(name, spec -> spec.number(number).securityKey(key));
        Page code = realm.signIn(browser, user).page();
        code.submit(Map.of("code", VONAGE.awaitCode(number), "rememberBrowser", "true"))
                .signedIn();
        realm.signOut(user);

        realm.grantRole(user, "realm-management", "realm-admin");
        Page page = realm.signIn(browser, user).page();

        assertEquals("login-strongroom-key", page.id(), page::toString);
        assertFalse(page.has("#strongroom-method-sms"), page::toString);
        key.signIn(page).signedIn();
    }

    @Test
    @DisplayName("leaves everybody else with the tenant's methods")
    void others() {
        TestRealm realm = realm(Map.of());
        TestUser user = realm.addUser(name, spec -> spec.number(number));

        realm.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
    }
}
