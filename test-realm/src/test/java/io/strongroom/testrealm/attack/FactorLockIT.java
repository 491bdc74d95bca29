package io.strongroom.testrealm.attack;

import static io.strongroom.testrealm.harness.PhoneNumbers.fingerprint;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.harness.WebAuthnRequest;
import io.strongroom.testrealm.support.FailureCounts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X2 security 8: A factor is locked after 100 consecutive wrong entries until an administrator unlocks it")
class FactorLockIT {
    private static final TestRealm REALM = TestRealm.create("lock", Map.of("twoFactor.enforcement", "required"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String name = "user" + number.substring(1);
    private final String secret = "secret-of-" + number.substring(1);
    private final String appId = UUID.randomUUID().toString();
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);

    private static boolean hasLockEvent(TestUser user) {
        return REALM.events(user).stream()
                .anyMatch(event -> "factor_locked".equals(event.getError())
                        && "100".equals(event.getDetails().get("failures")));
    }

    @Test
    @DisplayName("the 100th wrong code locks text messages, and the page says so and offers the other factor")
    void sms() {
        TestUser user = REALM.addUser(
                name, spec -> spec.number(number).app(secret).failures("sms-otp", fingerprint(number), 99));
        Page page = REALM.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", page.id());

        Page locked =
                page.submit("code", Vonage.otherThan(VONAGE.awaitCode(number))).page();

        assertEquals("login-strongroom-locked", locked.id());
        assertTrue(locked.text().contains("ask your administrator to unlock"), locked::toString);
        assertTrue(hasLockEvent(user));
        locked.press("method").page().submit("code", app.code()).signedIn();
    }

    @Test
    @DisplayName("counters created by two concurrent requests are merged and lock the factor together")
    void splitCounts() throws Exception {
        TestUser user = REALM.addUser(
                name,
                spec -> spec.number(number)
                        .failures("sms-otp", fingerprint(number), 98)
                        .failures("sms-otp", fingerprint(number), 1));
        Page page = REALM.signIn(new Browser(), user).page();

        Page locked =
                page.submit("code", Vonage.otherThan(VONAGE.awaitCode(number))).page();

        assertEquals("login-strongroom-locked", locked.id());
        assertEquals(1, FailureCounts.of(REALM, user).size());
        assertEquals(100, FailureCounts.total(REALM, user));
    }

    @Test
    @DisplayName("a locked factor is offered last at a later login in another browser, and no code is sent for it")
    void later() {
        TestUser user = REALM.addUser(
                name, spec -> spec.number(number).app(secret).failures("sms-otp", fingerprint(number), 100));

        Page page = REALM.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-totp", page.id());
        Page locked = page.press("method").page();

        assertEquals("login-strongroom-locked", locked.id());
        assertEquals(0, VONAGE.texts(number).size());
        assertTrue(REALM.events(user).stream().anyMatch(event -> "factor_locked".equals(event.getError())));
    }

    @Test
    @DisplayName(
            "a user without another factor can neither log in nor set one up until an administrator resets the count")
    void unlockedByAdministrator() {
        TestUser user = REALM.addUser(name, spec -> spec.number(number).failures("sms-otp", fingerprint(number), 100));
        Page locked = REALM.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-locked", locked.id());
        assertFalse(locked.has("button[name=method]"));

        REALM.removeCredential(user, REALM.credentialId(user, FailureCounts.TYPE));

        Page page = REALM.signIn(new Browser(), user).page();
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("X17 the 100th wrong answer of a security key locks it, and the right key does not open it then")
    void securityKey() {
        TestRealm realm = TestRealm.create(
                "lockedkeys", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "security-key,totp"));
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        String id = UUID.randomUUID().toString();
        TestUser user = realm.addUser(
                name, spec -> spec.securityKey(id, key).app(secret).failures("webauthn", id, 99));
        Page page = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-key", page.id(), page::toString);

        Page wrong = key.signIn(page, WebAuthnRequest.on(page).from("https://evil.example"))
                .page();
        Page other = key.signIn(wrong).page();

        assertEquals("login-strongroom-totp", other.id(), other::toString);
        Page later = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-totp", later.id(), later::toString);
        assertEquals("login-strongroom-locked", later.press("method").page().id());
        assertTrue(realm.events(user).stream().anyMatch(event -> "factor_locked".equals(event.getError())));
    }

    @Test
    @DisplayName("failures counted for an old number do not lock the new one")
    void newNumber() {
        TestUser user = REALM.addUser(
                name, spec -> spec.number(number).failures("sms-otp", fingerprint(PhoneNumbers.next()), 100));

        REALM.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
    }

    @Test
    @DisplayName(
            "a locked app is refused wherever its codes are entered, including the direct grant, even if the code is "
                    + "right")
    void totp() {
        TestUser user = REALM.addUser(name, spec -> spec.app(appId, secret).failures("otp", appId, 99));

        REALM.confidentialApp().passwordGrant(user, Map.of("totp", "000000"));

        assertFalse(REALM.confidentialApp()
                .passwordGrant(user, Map.of("totp", app.code()))
                .hasTokens());
        assertTrue(hasLockEvent(user));
        assertEquals(
                "login-strongroom-locked",
                REALM.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("security 11: backup codes are locked like any other factor")
    void backupCodes() {
        String set = UUID.randomUUID().toString();
        TestUser user = REALM.addUser(
                name,
                spec -> spec.app(appId, secret)
                        .credential(
                                set,
                                "backup-codes",
                                "{\"algorithm\":\"PBKDF2WithHmacSHA512\",\"iterations\":1,\"salt\":\"AAAAAAAAAAAAAAAAAAAAAA==\","
                                        + "\"total\":1,\"saved\":true}",
                                "{\"hashes\":[\"AAAA\"]}")
                        .failures("backup-codes", set, 99));
        Page backup = REALM.signIn(new Browser(), user).page().press("method").page();
        assertEquals("login-strongroom-backup-code", backup.id());

        Page locked = backup.submit("backupCode", "7k2mx-9pq4r-t3v8w").page();

        assertEquals("login-strongroom-locked", locked.id());
        locked.press("method").page().submit("code", app.code()).signedIn();
    }

    @Test
    @DisplayName("security 9: an accepted entry resets the count of its own factor only")
    void success() throws Exception {
        TestUser user = REALM.addUser(
                name,
                spec -> spec.number(number)
                        .app(appId, secret)
                        .failures("sms-otp", fingerprint(number), 50)
                        .failures("otp", appId, 7));

        REALM.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        assertEquals(1, FailureCounts.of(REALM, user).size());
        assertEquals(7, FailureCounts.total(REALM, user));
    }

    @Test
    @DisplayName("X2 concurrent wrong entries are all counted, even if the login fails afterwards")
    void atOnce() throws Exception {
        TestUser user = REALM.addUser(name, spec -> spec.number(number));
        Browser browser = new Browser();
        List<Page> tabs = IntStream.range(0, 8)
                .mapToObj(i -> REALM.signIn(browser, user).page())
                .toList();
        String wrong = Vonage.otherThan(VONAGE.awaitCode(number));
        List<Callable<Landing>> guesses = tabs.stream()
                .<Callable<Landing>>map(tab -> () -> tab.submit("code", wrong))
                .toList();

        Threads.atOnce(guesses)
                .forEach(landing -> assertEquals(200, landing.page().status()));

        long reported = REALM.events(user).stream()
                .filter(event -> "invalid_user_credentials".equals(event.getError()))
                .count();
        assertEquals(5, reported);
        assertEquals(reported, FailureCounts.total(REALM, user));
    }
}
