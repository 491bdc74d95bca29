package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.BackupCodeUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The first set of backup codes")
class BackupCodeFirstSetIT {
    private static final String CODES_PAGE = "login-strongroom-backup-codes";
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();

    private static TestRealm realm(String label, String enforcement, String methods) {
        return TestRealm.create(
                label,
                Map.of(
                        "twoFactor.enforcement", enforcement,
                        "twoFactor.methods", methods,
                        "twoFactor.backupCodes", "6"));
    }

    @Test
    @DisplayName(
            "T2 security 20: ends when the first factor is set up if only the password was passed, and the user gets "
                    + "new codes")
    void beforeFactor() {
        TestRealm realm = realm("codesfirst", "optional", "totp");
        TestUser victim = realm.addUser("victim");
        Page thiefs = realm.signIn(
                        new Browser(), realm.app().authorize().with("kc_action", "backup-codes-enrol"), victim)
                .page();
        List<String> codes = BackupCodeUser.codesOn(thiefs);
        thiefs.press("saved").signedIn();

        Page setUp = realm.signIn(new Browser(), realm.app().authorize().with("kc_action", "CONFIGURE_TOTP"), victim)
                .page();
        Page owners = setUp.submit(Map.of("totp", AuthenticatorApp.on(setUp).code(), "userLabel", "phone"))
                .page();

        assertEquals(CODES_PAGE, owners.id(), owners::toString);
        owners.press("saved").signedIn();
        Page backup =
                BackupCodeUser.backupPage(realm.signIn(new Browser(), victim).page());
        assertFalse(BackupCodeUser.codesOn(owners).contains(codes.get(0)));
        assertEquals(
                "login-strongroom-backup-code",
                backup.submit("backupCode", codes.get(0)).page().id());
    }

    @Test
    @DisplayName("security 20: cannot be made from a page that was opened before the owner set up a factor")
    void pageFromBefore() {
        TestRealm realm = realm("codespage", "optional", "totp");
        TestUser victim = realm.addUser("victim");
        Page thiefs = realm.signIn(
                        new Browser(), realm.app().authorize().with("kc_action", "backup-codes-enrol"), victim)
                .page();
        Page setUp = realm.signIn(new Browser(), realm.app().authorize().with("kc_action", "CONFIGURE_TOTP"), victim)
                .page();
        Page owners = setUp.submit(Map.of("totp", AuthenticatorApp.on(setUp).code(), "userLabel", "phone"))
                .page();
        owners.press("saved").signedIn();

        assertEquals("login-strongroom-totp", thiefs.press("saved").page().id());
    }

    @Test
    @DisplayName("T2 is offered again at the next login if the user leaves its page")
    void left() {
        TestRealm realm = realm("codesleft", "required", "sms");
        TestUser user = realm.addUser("user");
        Page codes = realm.signIn(new Browser(), user)
                .page()
                .submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .page();
        assertEquals(CODES_PAGE, codes.id());

        Page next = realm.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number, 2))
                .page();

        assertEquals(CODES_PAGE, next.id(), next::toString);
        next.press("saved").signedIn();
    }
}
