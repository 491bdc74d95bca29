package io.strongroom.testrealm.mail;

import static io.strongroom.testrealm.mail.MailedUser.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.support.BackupCodeUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An e-mail about a change")
class ChangeMailIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm SMS = MailedUser.realm("required", "sms");
    private static final TestRealm TOTP = MailedUser.realm("required", "totp");
    private static final TestRealm CHOICE = choice();
    private static final TestRealm KEYS = MailedUser.realm("optional", "passkey,security-key");

    private final MailedUser mailed = new MailedUser();
    private final Browser browser = new Browser();

    private static TestRealm choice() {
        TestRealm realm = MailedUser.realm("optional", "totp,sms");
        realm.setAttribute("twoFactor.backupCodes", "5");
        return realm;
    }

    private static AuthenticatorApp appOn(Page page) {
        assertEquals("login-strongroom-totp-setup", page.id());
        return AuthenticatorApp.on(page);
    }

    private Page enterNumber(Page page) {
        assertEquals("login-strongroom-phone", page.id());
        return page.submit("phoneNumber", mailed.number()).page();
    }

    @Test
    @DisplayName("O5 X10 security 21: contains number, time, address, application and advice after a user sets up a "
            + "number at login, and another follows an administrator's removal")
    void smsAtLogin() {
        TestUser user = SMS.addUser(mailed.name());
        Page codePage = enterNumber(SMS.signIn(browser, user).page());
        String code = VONAGE.awaitCode(mailed.number());
        codePage.submit("code", code).signedIn();

        Mail mail = mailed.awaitMail();

        assertEquals(subject(SMS, "two-factor login is switched on"), mail.subject());
        for (String body : List.of(mail.text(), mail.html())) {
            for (String part : List.of("Text message", mailed.masked(), "127.0.0.1", "app", "If this was not you")) {
                assertTrue(body.contains(part), () -> part + " in " + body);
            }
            assertFalse(body.contains(mailed.number().substring(1)) || body.contains(code), body);
            assertFalse(body.contains("http"), body);
        }
        List<Mail> all = mailed.mailsUntilRemoval(SMS, user, "sms-otp", 2);
        assertTrue(all.get(1).text().contains("Your account has no second factor now"), all::toString);
        assertFalse(all.get(1).text().contains("127.0.0.1"), all::toString);
    }

    @Test
    @DisplayName("O5 X14 is sent once after a user sets up an app at login, in the language of their profile")
    void totpAtLogin() {
        TestUser user = TOTP.addUser(mailed.name(), spec -> spec.attribute("locale", "de"));
        Page page = TOTP.signIn(browser, user).page();
        page.submit("totp", appOn(page).code()).signedIn();

        Mail mail = mailed.awaitMail();

        assertEquals(subject(TOTP, "Zwei-Faktor-Anmeldung eingeschaltet"), mail.subject());
        assertTrue(mail.text().contains("Zweiter Faktor: Authenticator-App"), mail::text);
        assertTrue(mail.html().contains("lang=\"de\""), mail::html);
        MailedUser.removeByAdmin(TOTP, user, "otp");
        assertEquals(
                subject(TOTP, "zweiter Faktor entfernt"),
                mailed.awaitMails(2).get(1).subject());
        assertEquals(2, mailed.mails().size());
    }

    @Test
    @DisplayName("O5 X14 uses the language of the page if the profile has none")
    void languageOfThePage() {
        TestUser user = SMS.addUser(mailed.name());
        enterNumber(SMS.signIn(new Browser("de"), user).page())
                .submit("code", VONAGE.awaitCode(mailed.number()))
                .signedIn();

        assertTrue(mailed.awaitMail().text().contains("Wenn Sie das nicht waren"));
    }

    @Test
    @DisplayName(
            "O5 X10 is sent once for each change in the account console, with the number or the name of the second "
                    + "factor")
    void accountConsole() {
        TestUser user = CHOICE.addUser(mailed.name());
        enterNumber(CHOICE.signIn(browser, CHOICE.app().authorize().with("kc_action", "sms-otp-enrol"), user)
                        .page())
                .submit("code", VONAGE.awaitCode(mailed.number()))
                .page()
                .press("saved")
                .signedIn();
        Page setUp = browser.open(CHOICE.app().authorize().with("kc_action", "CONFIGURE_TOTP"))
                .page();
        AccountConsole console = new AccountConsole(
                CHOICE,
                CHOICE.app()
                        .exchange(setUp.submit(Map.of("totp", appOn(setUp).code(), "userLabel", "<i>Work</i> phone"))
                                .signedIn()));
        mailed.awaitMails(3);
        assertEquals(204, console.remove(CHOICE.credentialId(user, "sms-otp")));
        mailed.awaitMails(4);
        String rest = CHOICE.credentialId(user, "otp");
        browser.open(CHOICE.app().authorize().with("kc_action", "delete_credential:" + rest))
                .page()
                .form("accept")
                .submit()
                .signedIn();

        List<Mail> mails = mailed.awaitMails(5);

        // Mails sent at the same moment may arrive in any order.
        assertEquals(
                Set.of(
                        subject(CHOICE, "two-factor login is switched on"),
                        subject(CHOICE, "backup codes were made"),
                        subject(CHOICE, "a second factor was set up")),
                mails.stream().limit(3).map(Mail::subject).collect(Collectors.toSet()));
        Mail setUpMail = mails.stream()
                .filter(mail -> mail.subject().equals(subject(CHOICE, "a second factor was set up")))
                .findFirst()
                .orElseThrow();
        assertTrue(setUpMail.text().contains("Name: <i>Work</i> phone"), setUpMail::text);
        assertTrue(setUpMail.html().contains("&lt;i&gt;Work&lt;/i&gt; phone"), setUpMail::html);
        assertEquals(
                subject(CHOICE, "a second factor was removed"), mails.get(3).subject());
        assertTrue(mails.get(3).text().contains("Second factor: Text message"), mails.get(3)::text);
        assertEquals(
                subject(CHOICE, "a second factor was removed"), mails.get(4).subject());
        assertTrue(mails.get(4).text().contains("Your account has no second factor now"), mails.get(4)::text);
    }

    @ParameterizedTest(
            name = "X17 X10 is sent after a user sets up a {0} at login, with its name, and after its removal")
    @CsvSource({"passkey,webauthn-passwordless,Passkey", "security-key,webauthn,Security key"})
    void keyAtLogin(String method, String type, String expected) {
        TestRealm realm = MailedUser.realm("required", method);
        TestUser user = realm.addUser(mailed.name());
        Page page = realm.signIn(browser, user).page();
        assertEquals("login-strongroom-key-setup", page.id());
        SoftAuthenticator.passkey().register(page, "Work phone").signedIn();

        Mail mail = mailed.awaitMail();

        assertEquals(subject(realm, "two-factor login is switched on"), mail.subject());
        assertTrue(mail.text().contains("Second factor: " + expected), mail::text);
        assertTrue(mail.text().contains("Name: Work phone"), mail::text);
        Mail removal = mailed.mailsUntilRemoval(realm, user, type, 2).get(1);
        assertEquals(subject(realm, "a second factor was removed"), removal.subject());
        assertTrue(removal.text().contains("Second factor: " + expected), removal::text);
        assertTrue(removal.text().contains("Your account has no second factor now"), removal::text);
    }

    @ParameterizedTest(name = "X17 X10 is sent once for each change of a {0} in the account console")
    @CsvSource({
        "webauthn-register-passwordless,webauthn-passwordless,Passkey",
        "webauthn-register,webauthn,Security key"
    })
    void keyInAccountConsole(String action, String type, String expected) {
        TestUser user = KEYS.addUser(mailed.name());
        Page setUp = KEYS.signIn(browser, KEYS.app().authorize().with("kc_action", action), user)
                .page();
        SoftAuthenticator key = SoftAuthenticator.passkey();
        AccountConsole console = new AccountConsole(
                KEYS, KEYS.app().exchange(key.register(setUp, "Blue key").signedIn()));
        assertTrue(
                mailed.awaitMail().text().contains("Name: Blue key"),
                () -> mailed.mails().toString());

        assertEquals(204, console.remove(KEYS.credentialId(user, type)));

        List<Mail> mails = mailed.awaitMails(2);
        assertEquals(
                List.of(subject(KEYS, "two-factor login is switched on"), subject(KEYS, "a second factor was removed")),
                mails.stream().map(Mail::subject).toList());
        for (Mail mail : mails) {
            assertTrue(mail.text().contains("Second factor: " + expected), mail::text);
            assertTrue(mail.text().contains("Name: Blue key"), mail::text);
        }
    }

    @Test
    @DisplayName("X10 security 21: is sent to the user for a number set or a factor removed through the admin API")
    void adminApi() {
        TestGroup room = SMS.addGroup("Room " + mailed.name(), Map.of("dataRoom", "true"));
        TestUser user = SMS.addUser(mailed.name(), spec -> spec.memberOf(room).app(mailed.secret()));
        SMS.admin()
                .put(
                        SMS.path("/two-factor/data-rooms/" + room.id() + "/members/" + user.id() + "/phone-number"),
                        Map.of("phoneNumber", mailed.number()));

        Mail set = mailed.awaitMail();
        assertEquals(subject(SMS, "a phone number was set for your login"), set.subject());
        assertTrue(set.text().contains(mailed.masked()), set::text);

        SMS.admin().delete(SMS.path("/two-factor/users/" + user.id() + "/factors"));
        Mail removed = mailed.awaitMails(2).get(1);
        assertEquals(subject(SMS, "a second factor was removed"), removed.subject());
        assertTrue(removed.text().contains("An administrator has removed"), removed::text);
    }

    @Test
    @DisplayName("X10 security 15: is sent when backup codes are made, used or renewed and never contains a code")
    void backupCodes() {
        BackupCodeUser user = new BackupCodeUser(CHOICE);
        String address = user.account().name() + "@example.com";
        List<String> codes = user.enrol();
        Harness.mailbox().await(address, 1);
        user.backupPage(browser).submit("backupCode", codes.get(0)).signedIn();
        Harness.mailbox().await(address, 2);
        browser.open(user.askForCodes())
                .page()
                .press("renew")
                .page()
                .press("saved")
                .signedIn();

        List<Mail> mails = Harness.mailbox().await(address, 3);

        assertEquals(
                List.of(
                        subject(CHOICE, "backup codes were made"),
                        subject(CHOICE, "a backup code was used"),
                        subject(CHOICE, "new backup codes were made")),
                mails.stream().map(Mail::subject).toList());
        assertTrue(mails.get(1).text().contains("Backup codes left: 4"), mails.get(1)::text);
        codes.forEach(code -> assertFalse(mails.toString().contains(code), mails::toString));
    }
}
