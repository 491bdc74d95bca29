package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.SoftAuthenticator.Flag;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.harness.WebAuthnRequest;
import io.strongroom.testrealm.support.KeyLogin;
import io.strongroom.testrealm.support.KeyPolicy;
import io.strongroom.testrealm.support.StrongroomClaims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Passkeys and security keys as factors. */
@DisplayName("X17 A passkey or a security key")
class KeyFactorIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String KEY_PAGE = "login-strongroom-key";
    private static final String SET_UP_PAGE = "login-strongroom-key-setup";

    private static final TestRealm KEYS = realm("keys", "passkey,security-key,totp,sms");

    private static final App APP = KEYS.addClient("keys", StrongroomClaims::into);

    private final String number = PhoneNumbers.next();
    private final String name = "user" + number.substring(1);
    private final Browser browser = new Browser();

    private static Map<String, String> rule(String methods) {
        return Map.of("twoFactor.enforcement", "required", "twoFactor.methods", methods);
    }

    private static TestRealm realm(String label, String methods) {
        return TestRealm.create(label, rule(methods));
    }

    @ParameterizedTest(name = "signs in with one touch and no other question: {0}")
    @EnumSource(value = KeyLogin.class, names = "SECOND_FACTOR", mode = EnumSource.Mode.EXCLUDE)
    void oneTouch(KeyLogin place) {
        TestRealm realm = place.realm("touch", rule("passkey,sms"));
        SoftAuthenticator passkey = place.newKey();
        TestUser user = place.addUser(realm, name, spec -> place.give(spec.number(number), passkey));

        Landing landing = place.signIn(browser, realm, user, passkey);

        landing.signedIn();
        assertEquals(0, VONAGE.texts(number).size());
        assertEquals(
                "webauthn-passwordless",
                realm.awaitEvent(user, "LOGIN").getDetails().get("second_factor"));
    }

    @ParameterizedTest(name = "does not close a rule that accepts only text messages: {0}")
    @EnumSource(value = KeyLogin.class, names = "SECOND_FACTOR", mode = EnumSource.Mode.EXCLUDE)
    void notAccepted(KeyLogin place) {
        TestRealm realm = place.realm("sms", rule("sms,totp"));
        SoftAuthenticator passkey = place.newKey();
        TestUser user = place.addUser(realm, name, spec -> place.give(spec.number(number), passkey));

        Page page = place.signIn(browser, realm, user, passkey).page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
    }

    @ParameterizedTest(
            name = "without user verification is one factor only, which the user proves again with a PIN: {0}")
    @EnumSource(value = KeyLogin.class, names = "SECOND_FACTOR", mode = EnumSource.Mode.EXCLUDE)
    void withoutVerification(KeyLogin place) {
        TestRealm realm = place.realm(
                "weak", rule("passkey,security-key"), KeyPolicy.stock().passkeyVerification("preferred"));
        SoftAuthenticator passkey = place.newKey().without(Flag.USER_VERIFIED);
        TestUser user = place.addUser(realm, name, passkey);

        Page page = place.signIn(browser, realm, user, passkey).page();
        assertEquals(KEY_PAGE, page.id(), page::toString);
        Page again = passkey.signIn(page).page();

        assertEquals(KEY_PAGE, again.id(), "the same key without a PIN is no second factor");
        passkey.with(Flag.USER_VERIFIED).signIn(again).signedIn();
    }

    @Test
    @DisplayName("is asked for first after the password, with the other methods on the page")
    void first() {
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = KEYS.addUser(name, spec -> spec.number(number).securityKey(key));

        Page page = KEYS.signIn(browser, user).page();

        assertEquals(KEY_PAGE, page.id(), page::toString);
        assertTrue(page.has("#strongroom-method-sms"), page::toString);
        assertTrue(page.text().contains("JavaScript"), "says what to do without a script");
        key.signIn(page).signedIn();
        assertEquals(0, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("gives way to another method if the user has no key at hand")
    void another() {
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = KEYS.addUser(name, spec -> spec.number(number).securityKey(key));

        Page failed =
                SoftAuthenticator.cancel(KEYS.signIn(browser, user).page()).page();
        assertEquals(KEY_PAGE, failed.id());
        assertTrue(failed.message().contains("was not used"), failed::toString);
        Page code = failed.form("method").press("method", "sms").page();

        code.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @ParameterizedTest(name = "a password user sets one up at login and is in: {0}")
    @CsvSource({"passkey", "security-key"})
    void setUp(String method) {
        TestRealm realm = realm("setup", method);
        TestUser user = realm.addUser(name);
        SoftAuthenticator key =
                method.equals("passkey") ? SoftAuthenticator.passkey() : SoftAuthenticator.securityKey();

        Page page = realm.signIn(browser, user).page();
        assertEquals(SET_UP_PAGE, page.id(), page::toString);
        key.belongsTo(user.id()).register(page).signedIn();

        Page next = realm.signIn(new Browser(), user).page();
        assertEquals(KEY_PAGE, next.id(), next::toString);
        key.signIn(next).signedIn();
    }

    @Test
    @DisplayName("security 20 is not set up on a page from before the user had a factor")
    void staleSetUpPage() {
        TestRealm realm = TestRealm.create(
                "stale", Map.of("twoFactor.enforcement", "optional", "twoFactor.methods", "security-key,sms"));
        TestUser user = realm.addUser(name);
        Page page = realm.signIn(browser, realm.app().authorize().with("kc_action", "webauthn-register"), user)
                .page();
        TestGroup room = realm.addGroup("Room", Map.of("dataRoom", "true"));
        realm.join(user, room);
        realm.admin()
                .put(
                        realm.path("/two-factor/data-rooms/" + room.id() + "/members/" + user.id() + "/phone-number"),
                        Map.of("phoneNumber", number));

        SoftAuthenticator.securityKey().belongsTo(user.id()).register(page);

        assertEquals(0, realm.credentials(user, "webauthn").size());
    }

    @Test
    @DisplayName("a cancelled or damaged set-up changes nothing and offers the other methods")
    void setUpFails() {
        TestRealm realm = realm("damaged", "passkey,totp");
        TestUser user = realm.addUser(name);

        Page choice = realm.signIn(browser, user).page();
        Page page = choice.form("method").press("method", "passkey").page();
        Page cancelled = SoftAuthenticator.cancel(page).page();
        assertEquals(SET_UP_PAGE, cancelled.id(), cancelled::toString);
        Page damaged = browser.post(
                        cancelled.form("clientDataJSON").action(),
                        Map.of("clientDataJSON", "%%%", "attestationObject", ""))
                .page();
        assertEquals(SET_UP_PAGE, damaged.id(), damaged::toString);
        assertTrue(damaged.message().contains("was not set up"), damaged::toString);
        assertTrue(damaged.has("#strongroom-method-totp"), damaged::toString);
        assertEquals(0, realm.credentials(user, "webauthn-passwordless").size());
    }

    @Test
    @DisplayName("of another user, of another challenge, or replayed, is refused")
    void forged() {
        SoftAuthenticator own = SoftAuthenticator.securityKey();
        SoftAuthenticator other = SoftAuthenticator.securityKey();
        TestUser user = KEYS.addUser(name, spec -> spec.securityKey(own));
        KEYS.addUser(name + "x", spec -> spec.securityKey(other));
        Page page = KEYS.signIn(browser, user).page();

        page = other.signIn(page).page();
        assertEquals(KEY_PAGE, page.id(), "another user's key");
        WebAuthnRequest asked = WebAuthnRequest.on(page);
        page = own.signIn(page, asked.withChallenge("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"))
                .page();
        assertEquals(KEY_PAGE, page.id(), "an invented challenge");
        page = own.signIn(page, WebAuthnRequest.on(page).from("https://evil.example"))
                .page();
        assertEquals(KEY_PAGE, page.id(), "an answer given to another site");
        Map<String, String> answer = own.assertion(WebAuthnRequest.on(page));
        browser.post(page.form("signature").action(), answer).signedIn();

        Browser thief = new Browser();
        Page theirs = KEYS.signIn(thief, user).page();
        Page replayed = thief.post(theirs.form("signature").action(), answer).page();
        assertEquals(KEY_PAGE, replayed.id(), "a replayed answer");
    }

    @Test
    @DisplayName("security 7 counts wrong answers after the password, and waits after some")
    void counted() {
        SoftAuthenticator own = SoftAuthenticator.securityKey();
        TestUser user = KEYS.addUser(name, spec -> spec.securityKey(own));
        Page page = KEYS.signIn(browser, user).page();

        for (int i = 0; i < 5; i++) {
            page = own.signIn(page, WebAuthnRequest.on(page).from("https://evil.example"))
                    .page();
        }
        Page waiting = own.signIn(page).page();

        assertEquals(KEY_PAGE, waiting.id(), waiting::toString);
        assertTrue(waiting.message().contains("wait"), waiting::toString);
        assertTrue(KEYS.events(user).stream()
                .anyMatch(event -> "invalid_user_credentials".equals(event.getError())
                        && "webauthn".equals(event.getDetails().get("second_factor"))));
    }

    @Test
    @DisplayName("cannot be locked by somebody who does not know the password")
    void notLockedByStrangers() {
        TestRealm realm = KeyLogin.FORM.realm("strangers", rule("passkey"));
        SoftAuthenticator passkey = SoftAuthenticator.passkey();
        TestUser user = KeyLogin.FORM.addUser(realm, name, passkey);

        Page page = KeyLogin.FORM.ask(browser, realm, user);
        for (int i = 0; i < 8; i++) {
            page = passkey.signIn(page, WebAuthnRequest.on(page).from("https://evil.example"))
                    .page();
        }

        KeyLogin.FORM.signIn(new Browser(), realm, user, passkey).signedIn();
    }

    @Test
    @DisplayName("X7 raises acr to 3, and tokens say hwk or swk, pop, user and mfa")
    void claims() {
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = KEYS.addUser(name, spec -> spec.securityKey(key));

        Page page = KEYS.signIn(browser, APP.authorize().with("acr_values", "3"), user)
                .page();
        Answer tokens = APP.exchange(key.signIn(page).signedIn());

        assertEquals("3", tokens.idToken().path("acr").asText());
        assertEquals(List.of("pwd", "hwk", "pop", "user", "mfa"), StrongroomClaims.amr(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 a passkey that is copied between devices is swk, and mfa of its own if the user was verified")
    void claimsOfPasskey() {
        TestRealm realm = KeyLogin.FORM.realm("claims", rule("passkey"));
        App app = realm.addClient("claims", StrongroomClaims::into);
        SoftAuthenticator passkey = SoftAuthenticator.passkey();
        TestUser user = KeyLogin.FORM.addUser(realm, name, passkey);

        Answer tokens = app.exchange(
                KeyLogin.FORM.signIn(browser, app.authorize(), user, passkey).signedIn());

        assertEquals("3", tokens.idToken().path("acr").asText());
        assertEquals(List.of("swk", "pop", "user", "mfa"), StrongroomClaims.amr(tokens.idToken()));
    }

    @Test
    @DisplayName("X7 is asked for where an application asks for acr 3, although another factor was passed")
    void stepUp() {
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = KEYS.addUser(name, spec -> spec.number(number).securityKey(key));
        Page other = KEYS.signIn(browser, APP.authorize(), user)
                .page()
                .form("method")
                .press("method", "sms")
                .page();
        Answer sms = APP.exchange(other.submit("code", VONAGE.awaitCode(number)).signedIn());
        assertEquals("2", sms.idToken().path("acr").asText());

        Page page = browser.open(APP.authorize().with("acr_values", "3")).page();
        assertEquals(KEY_PAGE, page.id(), page::toString);
        Answer tokens = APP.exchange(key.signIn(page).signedIn());

        assertEquals("3", tokens.idToken().path("acr").asText());
    }
}
