package io.strongroom.testrealm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.HangingServer;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Mailbox;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.server.Ports;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That something was mailed once, or not at all, is told by a mail that was made after it. */
@DisplayName("Mails about changes")
class MailIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final Mailbox MAILBOX = Harness.mailbox();
    private static final String SENDER = "no-reply@strongroom.test";

    private static final TestRealm SMS = realm("required", "sms").withMail();
    private static final TestRealm TOTP = realm("required", "totp").withMail();
    private static final TestRealm CHOICE = realm("optional", "totp,sms").withMail();

    private final String number = PhoneNumbers.next();
    private final String name = "mail" + number.substring(8);
    private final String address = name + "@example.com";
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final Browser browser = new Browser();

    private static TestRealm realm(String enforcement, String methods) {
        return TestRealm.create(
                "mail",
                Map.of(
                        "twoFactor.enforcement",
                        enforcement,
                        "twoFactor.methods",
                        methods,
                        "twoFactor.backupCodes",
                        methods.equals("totp,sms") ? "5" : "0"));
    }

    // Steps

    private static Page enterNumber(Page page, String phoneNumber) {
        assertEquals("login-strongroom-phone", page.id());
        return page.submit("phoneNumber", phoneNumber).page();
    }

    private static AuthenticatorApp appOn(Page page) {
        assertEquals("login-strongroom-totp-setup", page.id());
        return AuthenticatorApp.on(page);
    }

    private static String idOf(TestRealm realm, TestUser user, String type) {
        return realm.credentials(user).stream()
                .filter(credential -> type.equals(credential.getType()))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private static void removeByAdmin(TestRealm realm, TestUser user, String type) {
        realm.admin().delete(realm.path("/users/" + user.id() + "/credentials/" + idOf(realm, user, type)));
    }

    /** The mail about this removal comes after all others, which are counted with it. */
    private List<Mail> mailsUntilRemoval(TestRealm realm, TestUser user, String type, int expected) {
        if (expected > 1) {
            MAILBOX.await(address, expected - 1);
        }
        removeByAdmin(realm, user, type);
        List<Mail> mails = MAILBOX.await(address, expected);
        assertEquals(expected, mails.size(), mails::toString);
        assertTrue(mails.get(expected - 1).text().contains("An administrator has removed"), mails::toString);
        return mails;
    }

    private static String subject(TestRealm realm, String rest) {
        return "Tenant " + realm.name() + ": " + rest;
    }

    private String masked() {
        return "•••" + number.substring(number.length() - 2);
    }

    // Set-up

    @Test
    @DisplayName(
            "O5 X10 security 21: who set up a number at login gets one mail with number, time, address, application and advice; an administrator's removal is another")
    void smsAtLogin() {
        TestUser user = SMS.addUser(name);
        Page codePage = enterNumber(SMS.signIn(browser, user).page(), number);
        String code = VONAGE.awaitCode(number);
        codePage.submit("code", code).signedIn();

        Mail mail = MAILBOX.await(address);

        assertEquals(subject(SMS, "two-factor login is switched on"), mail.subject());
        for (String body : List.of(mail.text(), mail.html())) {
            for (String part : List.of("Text message", masked(), "127.0.0.1", "app", "If this was not you")) {
                assertTrue(body.contains(part), () -> part + " in " + body);
            }
            assertFalse(body.contains(number.substring(1)) || body.contains(code), body);
            assertFalse(body.contains("http"), body);
        }
        List<Mail> all = mailsUntilRemoval(SMS, user, "sms-otp", 2);
        assertTrue(all.get(1).text().contains("Your account has no second factor now"), all::toString);
        assertFalse(all.get(1).text().contains("127.0.0.1"), all::toString);
    }

    @Test
    @DisplayName("O5 X14 who set up an app at login gets one mail, in the language of their profile")
    void totpAtLogin() {
        TestUser user = TOTP.addUser(name, spec -> spec.attribute("locale", "de"));
        Page page = TOTP.signIn(browser, user).page();
        page.submit("totp", appOn(page).code()).signedIn();

        Mail mail = MAILBOX.await(address);

        assertEquals(subject(TOTP, "Zwei-Faktor-Anmeldung eingeschaltet"), mail.subject());
        assertTrue(mail.text().contains("Zweiter Faktor: Authenticator-App"), mail::text);
        assertTrue(mail.html().contains("lang=\"de\""), mail::html);
        removeByAdmin(TOTP, user, "otp");
        assertEquals(
                subject(TOTP, "zweiter Faktor entfernt"),
                MAILBOX.await(address, 2).get(1).subject());
        assertEquals(2, MAILBOX.mails(address).size());
    }

    @Test
    @DisplayName("O5 X14 without a language in the profile it is that of the page")
    void languageOfThePage() {
        TestUser user = SMS.addUser(name);
        enterNumber(SMS.signIn(new Browser("de"), user).page(), number)
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        assertTrue(MAILBOX.await(address).text().contains("Wenn Sie das nicht waren"));
    }

    @Test
    @DisplayName(
            "O5 X10 what users do in the account console is told, each once: number, second factor by its name, both ways of removing")
    void accountConsole() {
        TestUser user = CHOICE.addUser(name);
        enterNumber(
                        CHOICE.signIn(browser, CHOICE.app().authorize().with("kc_action", "sms-otp-enrol"), user)
                                .page(),
                        number)
                .submit("code", VONAGE.awaitCode(number))
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
        MAILBOX.await(address, 3);
        assertEquals(204, console.remove(idOf(CHOICE, user, "sms-otp")));
        MAILBOX.await(address, 4);
        String rest = idOf(CHOICE, user, "otp");
        browser.open(CHOICE.app().authorize().with("kc_action", "delete_credential:" + rest))
                .page()
                .form("accept")
                .submit()
                .signedIn();

        List<Mail> mails = MAILBOX.await(address, 5);

        // Those of one moment may overtake each other.
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

    @Test
    @DisplayName("X10 security 21: a number that the admin API sets, and factors that it takes, are told to their user")
    void adminApi() {
        TestGroup room = SMS.addGroup("Room " + name, Map.of("dataRoom", "true"));
        TestUser user = SMS.addUser(name, spec -> spec.memberOf(room).app(secret));
        SMS.admin()
                .put(
                        SMS.path("/two-factor/data-rooms/" + room.id() + "/members/" + user.id() + "/phone-number"),
                        Map.of("phoneNumber", number));

        Mail set = MAILBOX.await(address);
        assertEquals(subject(SMS, "a phone number was set for your login"), set.subject());
        assertTrue(set.text().contains(masked()), set::text);

        SMS.admin().delete(SMS.path("/two-factor/users/" + user.id() + "/factors"));
        Mail removed = MAILBOX.await(address, 2).get(1);
        assertEquals(subject(SMS, "a second factor was removed"), removed.subject());
        assertTrue(removed.text().contains("An administrator has removed"), removed::text);
    }

    // Backup codes

    @Test
    @DisplayName("X10 security 15: making, using and renewing backup codes is told, and never a code")
    void backupCodes() {
        TestUser user = CHOICE.addUser(name, spec -> spec.app(secret));
        Page codesPage = CHOICE.signIn(browser, CHOICE.app().authorize().with("kc_action", "backup-codes-enrol"), user)
                .page()
                .submit("code", app.code())
                .page();
        List<String> codes =
                codesPage.document().select("[data-strongroom-codes] li").eachText();
        codesPage.press("saved").signedIn();
        MAILBOX.await(address, 1);
        Browser other = new Browser();
        Page challenge = CHOICE.signIn(other, user).page();
        challenge
                .form("method")
                .press("method", "backup")
                .page()
                .submit("backupCode", codes.get(0))
                .signedIn();
        MAILBOX.await(address, 2);
        other.open(CHOICE.app().authorize().with("kc_action", "backup-codes-enrol"))
                .page()
                .press("renew")
                .page()
                .press("saved")
                .signedIn();

        List<Mail> mails = MAILBOX.await(address, 3);

        assertEquals(
                List.of(
                        subject(CHOICE, "backup codes were made"),
                        subject(CHOICE, "a backup code was used"),
                        subject(CHOICE, "new backup codes were made")),
                mails.stream().map(Mail::subject).toList());
        assertTrue(mails.get(1).text().contains("Backup codes left: 4"), mails.get(1)::text);
        codes.forEach(code -> assertFalse(mails.toString().contains(code), mails::toString));
    }

    // Failures

    @Test
    @DisplayName(
            "X10 security 23: of wrong second factors after the right password the first is told and none after it, also of many at once")
    void failures() {
        TestUser user = TOTP.addUser(name, spec -> spec.app(secret));
        List<Page> challenges = IntStream.range(0, 4)
                .mapToObj(i -> TOTP.signIn(new Browser(), user).page())
                .toList();
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> challenges.get(i).submit("code", "00000" + i).page());
        MAILBOX.await(address);
        TOTP.app().passwordGrant(user, Map.of("totp", "000009"));

        List<Mail> mails = mailsUntilRemoval(TOTP, user, "otp", 2);

        assertEquals(
                subject(TOTP, "a login failed at the second step"), mails.get(0).subject());
        assertTrue(mails.get(0).text().contains("somebody knows your password"), mails.get(0)::text);
    }

    @Test
    @DisplayName("security 23: codes cannot be guessed unnoticed by a direct grant either")
    void directGrant() {
        TestUser user = TOTP.addUser(name, spec -> spec.app(secret));

        TOTP.app().passwordGrant(user, Map.of("totp", "000000"));

        assertEquals(
                subject(TOTP, "a login failed at the second step"),
                MAILBOX.await(address).subject());
    }

    @ParameterizedTest(name = "security 23: nor in a composed flow that asks by {0}")
    @ValueSource(strings = {"auth-otp-form", "sms-otp-authenticator"})
    void composedFlow(String authenticator) {
        TestRealm realm = ComposedFlow.passwordThen(
                        "mailflow", authenticator, Map.of("twoFactor.enforcement", "required"))
                .withMail();
        TestUser user = realm.addUser(name, spec -> spec.app(secret).number(number));
        Page page = realm.signIn(browser, user).page();
        if (page.hasField("otp")) {
            page.submit("otp", "000000").page();
        } else {
            page.submit("code", Vonage.otherThan(VONAGE.awaitCode(number))).page();
        }

        assertEquals(
                subject(realm, "a login failed at the second step"),
                MAILBOX.await(address).subject());
    }

    @Test
    @DisplayName("who does not know the password cannot have mails sent")
    void wrongPassword() {
        TestUser user = TOTP.addUser(name, spec -> spec.app(secret));
        TOTP.loginPage(browser)
                .submit(Map.of("username", user.name(), "password", "wrong"))
                .page();
        assertEquals(
                "invalid_user_credentials", TOTP.awaitEvent(user, "LOGIN_ERROR").getError());

        mailsUntilRemoval(TOTP, user, "otp", 1);
    }

    // Who is told

    @Test
    @DisplayName("X10 members of a data room are told in a realm that has no other rule")
    void dataRoomOnly() {
        TestRealm realm = TestRealm.create("mailroom").withMail();
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser user = realm.addUser(name, spec -> spec.memberOf(room).numberFor(room, number));

        mailsUntilRemoval(realm, user, "sms-otp", 1);
    }

    @ParameterizedTest(name = "X10 nobody is told while it is {0}")
    @ValueSource(strings = {"twoFactor.notifyByEmail=false", "twoFactor.enforcement=off"})
    void notTold(String setting) {
        String attribute = setting.split("=")[0];
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("twoFactor.enforcement", "optional"));
        attributes.put(attribute, setting.split("=")[1]);
        TestRealm realm = TestRealm.create("mute", attributes).withMail();
        TestUser user = realm.addUser(name, spec -> spec.app(secret).number(number));
        removeByAdmin(realm, user, "otp");
        awaitLog(user.id() + " is not told of REMOVED_BY_ADMIN");

        realm.setAttribute(attribute, attribute.endsWith("Email") ? "true" : "optional");

        mailsUntilRemoval(realm, user, "sms-otp", 1);
    }

    /** Whether somebody is told is decided after the request. */
    private static String awaitLog(String part) {
        return await("a line in the log with " + part)
                .atMost(Duration.ofSeconds(15))
                .until(
                        () -> Harness.server()
                                .log()
                                .lines()
                                .filter(line -> line.contains(part))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    @DisplayName("X10 a user without an address is passed over")
    void noAddress() {
        TestUser user =
                CHOICE.addUser(name, spec -> spec.app(secret).number(number).with(rep -> rep.setEmail(null)));
        removeByAdmin(CHOICE, user, "otp");
        awaitLog(user.id() + " is not told of REMOVED_BY_ADMIN");
        CHOICE.admin().put(CHOICE.path("/users/" + user.id()), Map.of("email", address));

        mailsUntilRemoval(CHOICE, user, "sms-otp", 1);
    }

    @Test
    @DisplayName("X10 a user gets twenty mails in an hour and no more, whatever happens; another user gets theirs")
    void limit() {
        TestGroup room = SMS.addGroup("Room " + name, Map.of("dataRoom", "true"));
        TestUser user = SMS.addUser(name, spec -> spec.memberOf(room));
        String path = SMS.path("/two-factor/data-rooms/" + room.id() + "/members/" + user.id() + "/phone-number");
        for (int mail = 0; mail < 21; mail++) {
            SMS.admin().put(path, Map.of("phoneNumber", PhoneNumbers.next()));
        }

        awaitLog(user.id() + " is not told of NUMBER_SET_BY_ADMIN");

        MAILBOX.await(address, 20);
        TestUser other = SMS.addUser("other" + name, spec -> spec.number(number));
        removeByAdmin(SMS, other, "sms-otp");
        MAILBOX.await("other" + address);
        assertEquals(20, MAILBOX.mails(address).size());
    }

    // When the mail server has a bad day

    private static TestRealm realmWith(int smtpPort) {
        // A login that waited for the server would wait longer than any test does.
        return realm("required", "sms")
                .withMail(Map.of(
                        "host", "127.0.0.1", "port", Integer.toString(smtpPort), "from", SENDER, "timeout", "600000"));
    }

    private static TestUser enrol(TestRealm realm, String label) {
        String phoneNumber = PhoneNumbers.next();
        TestUser user = realm.addUser(label + phoneNumber.substring(8));
        enterNumber(realm.signIn(new Browser(), user).page(), phoneNumber)
                .submit("code", VONAGE.awaitCode(phoneNumber))
                .signedIn();
        return user;
    }

    @Test
    @DisplayName("X10 a mail server that hangs holds up no login, and no mail of another tenant")
    void hanging() throws IOException {
        try (HangingServer hanging = new HangingServer()) {
            TestRealm realm = realmWith(hanging.port());
            for (int user = 0; user < 4; user++) {
                enrol(realm, "hangs");
            }
            hanging.awaitConnections(2);

            TestUser other = SMS.addUser(name, spec -> spec.number(number));
            mailsUntilRemoval(SMS, other, "sms-otp", 1);

            assertEquals(2, hanging.connections(), "it gets half of the threads, and these still hang");
        }
    }

    @Test
    @DisplayName("X10 a mail server that refuses is a line in the log, without the user's address")
    void refusing() {
        TestRealm realm = realmWith(Ports.free());
        TestUser user = enrol(realm, "refused");

        String line = awaitLog(user.id() + " could not be told of ADDED");
        assertTrue(line.contains("WARN"), line);
        assertFalse(line.contains("@"), line);
    }
}
