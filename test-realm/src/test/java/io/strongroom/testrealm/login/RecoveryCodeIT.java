package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keycloak's recovery codes in the guard. */
@DisplayName("X18 A recovery code of Keycloak")
class RecoveryCodeIT {
    private static final String[] MANY = {
        "FIRSTCODEONE", "SECONDCODEXX", "THIRDCODEXXX", "FOURTHCODEXX", "FIFTHCODEXXX", "SIXTHCODEXXX"
    };
    private static final TestRealm REALM = TestRealm.create(
            "recovery",
            Map.of(
                    "twoFactor.enforcement", "required",
                    "twoFactor.methods", "sms,passkey",
                    "twoFactor.backupCodes", "10"));

    private final String number = PhoneNumbers.next();
    private final String name = "user" + number.substring(1);
    private final Browser browser = new Browser();

    private Page backup(TestUser user, Browser in) {
        return REALM.signIn(in, user)
                .page()
                .form("method")
                .press("method", "backup")
                .page();
    }

    @Test
    @DisplayName("is accepted where backup codes are, asked for by its number, in order and once")
    void inOrder() {
        TestUser user = REALM.addUser(name, spec -> spec.number(number).recoveryCodes(MANY));

        Page page = backup(user, browser);
        assertTrue(page.text().contains("Recovery code number 1"), page::toString);
        Page wrong = page.submit("backupCode", MANY[1]).page();
        assertTrue(wrong.message().contains("not right"), wrong::toString);
        wrong.submit("backupCode", "first-code-one".toUpperCase(java.util.Locale.ROOT))
                .signedIn();

        Page next = backup(user, new Browser());
        assertTrue(next.text().contains("Recovery code number 2"), next::toString);
        Page used = next.submit("backupCode", MANY[0]).page();
        assertTrue(used.hasField("backupCode"), used::toString);
        used.submit("backupCode", MANY[1]).signedIn();
        assertEquals(
                "recovery-authn-codes",
                REALM.awaitEvent(user, "LOGIN").getDetails().get("second_factor"));
    }

    @Test
    @DisplayName("is replaced by backup codes when the user renews, after few are left")
    void replaced() {
        TestUser user = REALM.addUser(name, spec -> spec.number(number).recoveryCodes("ONECODEONECO", "TWOCODETWOCO"));

        Page codes = backup(user, browser).submit("backupCode", "ONECODEONECO").page();
        assertEquals("login-strongroom-backup-codes", codes.id(), codes::toString);
        codes.press("saved").signedIn();

        assertEquals(0, REALM.credentials(user, "recovery-authn-codes").size());
        assertEquals(1, REALM.credentials(user, "backup-codes").size());
        Page page = backup(user, new Browser());
        assertFalse(page.text().contains("Recovery code"), page::toString);
    }

    @Test
    @DisplayName("X17 does not open what asks for a key only")
    void notForKeys() {
        TestRealm realm = TestRealm.create(
                "recoverykeys", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "passkey"));
        SoftAuthenticator passkey = SoftAuthenticator.passkey();
        TestUser user = realm.addUser(name, spec -> spec.passkey(passkey).recoveryCodes(MANY));

        Page page = realm.signIn(browser, user).page();
        assertFalse(page.has("#strongroom-method-backup"), page::toString);
        Page forced = browser.post(page.form("signature").action(), Map.of("method", "backup", "backupCode", MANY[0]))
                .page();

        assertEquals("login-strongroom-key", forced.id(), forced::toString);
        passkey.signIn(forced).signedIn();
    }
}
