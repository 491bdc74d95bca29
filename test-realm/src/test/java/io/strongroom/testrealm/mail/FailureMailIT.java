package io.strongroom.testrealm.mail;

import static io.strongroom.testrealm.mail.MailedUser.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.harness.WebAuthnRequest;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.support.ComposedFlow;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An e-mail about a wrong second factor")
class FailureMailIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm TOTP = MailedUser.realm("required", "totp");

    private final MailedUser mailed = new MailedUser();
    private final Browser browser = new Browser();

    private TestUser userWithApp() {
        return TOTP.addUser(mailed.name(), spec -> spec.app(mailed.secret()));
    }

    @Test
    @DisplayName(
            "X10 security 23: is sent only for the first of several wrong entries after the right password, even if "
                    + "they are concurrent")
    void failures() {
        TestUser user = userWithApp();
        List<Page> challenges = IntStream.range(0, 4)
                .mapToObj(i -> TOTP.signIn(new Browser(), user).page())
                .toList();
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> challenges.get(i).submit("code", "00000" + i).page());
        mailed.awaitMail();
        TOTP.app().passwordGrant(user, Map.of("totp", "000009"));

        List<Mail> mails = mailed.mailsUntilRemoval(TOTP, user, "otp", 2);

        assertEquals(
                subject(TOTP, "a login failed at the second step"), mails.get(0).subject());
        assertTrue(mails.get(0).text().contains("somebody knows your password"), mails.get(0)::text);
    }

    @Test
    @DisplayName("security 23: is sent for a direct grant too, so that codes can't be guessed unnoticed")
    void directGrant() {
        TOTP.app().passwordGrant(userWithApp(), Map.of("totp", "000000"));

        assertEquals(
                subject(TOTP, "a login failed at the second step"),
                mailed.awaitMail().subject());
    }

    @ParameterizedTest(name = "security 23: is sent for a composed flow that asks by {0} too")
    @ValueSource(strings = {"auth-otp-form", "sms-otp-authenticator"})
    void composedFlow(String authenticator) {
        TestRealm realm = ComposedFlow.passwordThen(
                        "mailflow", authenticator, Map.of("twoFactor.enforcement", "required"))
                .withMail();
        TestUser user =
                realm.addUser(mailed.name(), spec -> spec.app(mailed.secret()).number(mailed.number()));
        Page page = realm.signIn(browser, user).page();
        if (page.hasField("otp")) {
            page.submit("otp", "000000").page();
        } else {
            page.submit("code", Vonage.otherThan(VONAGE.awaitCode(mailed.number())))
                    .page();
        }

        assertEquals(
                subject(realm, "a login failed at the second step"),
                mailed.awaitMail().subject());
    }

    @Test
    @DisplayName("X17 X10 security 23: writes about a key if a key was wrong")
    void key() {
        TestRealm realm = MailedUser.realm("required", "security-key");
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = realm.addUser(mailed.name(), spec -> spec.securityKey(key));
        Page page = realm.signIn(browser, user).page();

        key.signIn(page, WebAuthnRequest.on(page).from("https://evil.example")).page();

        Mail mail = mailed.awaitMail();
        assertEquals(subject(realm, "a login failed at the second step"), mail.subject());
        assertTrue(mail.text().contains("used a wrong key"), mail::text);
        assertTrue(mail.text().contains("Second factor: Security key"), mail::text);
    }

    @Test
    @DisplayName("can't be triggered without the password")
    void wrongPassword() {
        TestUser user = userWithApp();
        TOTP.loginPage(browser)
                .submit(Map.of("username", user.name(), "password", "wrong"))
                .page();
        assertEquals(
                "invalid_user_credentials", TOTP.awaitEvent(user, "LOGIN_ERROR").getError());

        mailed.mailsUntilRemoval(TOTP, user, "otp", 1);
    }
}
