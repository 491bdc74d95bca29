package io.strongroom.testrealm.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.mail.MailServer.Mail;
import io.strongroom.testrealm.support.TotpSetUp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(3)
@DisplayName("User journeys in Chromium")
class StoriesIT {
    private static final TestRealm REQUIRED = TestRealm.create(
                    "stories",
                    Map.of(
                            "twoFactor.enforcement", "required",
                            "twoFactor.methods", "totp,sms",
                            "twoFactor.backupCodes", "5",
                            "twoFactor.rememberBrowserDays", "30"))
            .withMail();
    private static final TestRealm OPTIONAL = TestRealm.create(
            "stories-own",
            Map.of(
                    "twoFactor.enforcement", "optional",
                    "twoFactor.methods", "totp,sms",
                    "twoFactor.backupCodes", "5"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String name = "story" + number.substring(8);
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private Chromium chromium = Chromium.open();
    private Page page = chromium.page();

    @AfterEach
    void close() {
        chromium.close();
    }

    private void signInElsewhere(TestRealm realm, TestUser user) {
        chromium.close();
        chromium = Chromium.open();
        page = chromium.page();
        chromium.signIn(realm, user);
    }

    /** Ends the session and keeps the browser. */
    private void signOutAndIn(TestRealm realm, TestUser user) {
        chromium.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions()
                        .setName(java.util.regex.Pattern.compile("KEYCLOAK_.*|AUTH_SESSION.*|KC_.*")));
        chromium.signIn(realm, user);
    }

    private void enter(String field, String value) {
        page.locator("#" + field).fill(value);
        page.keyboard().press("Enter");
    }

    private void assertIn() {
        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName(
            "C8 C9 C10 C11 O4 O5 O6 a user scans the QR code or types its secret, enters six digits, gets an e-mail, "
                    + "and is asked from then on")
    void setsUpAnApp() {
        TestUser user = REQUIRED.addUser(name);
        chromium.signIn(REQUIRED, user);
        page.click("#strongroom-method-totp");
        AuthenticatorApp phone = TotpSetUp.scan(page);
        TotpSetUp.enable(page, phone.code());
        page.click("#strongroom-saved");
        assertIn();

        List<Mail> mails =
                Harness.mailbox().await(user.name() + "@example.com", 2); // the other mail is about backup codes
        assertTrue(
                mails.stream().anyMatch(mail -> mail.subject().contains("two-factor login is switched on")),
                mails::toString);

        signInElsewhere(REQUIRED, user);
        assertThat(page.locator("#code")).isFocused();
        enter("code", phone.code());
        assertIn();
    }

    @Test
    @DisplayName("D11 T1 T2 a data room member sets up a message and an app from the account console and gets backup "
            + "codes")
    void protectsTheOwnAccount() {
        TestGroup room = OPTIONAL.addGroup("Falcon", Map.of("dataRoom", "true"));
        TestUser user = OPTIONAL.addUser(name, spec -> spec.memberOf(room));
        page.navigate(OPTIONAL.uri() + "/account/account-security/signing-in");
        chromium.enterPassword(user);
        page.getByTestId("sms-otp/create").click();
        enter("phoneNumber", number);
        enter("code", VONAGE.awaitCode(number));
        page.locator("#strongroom-saved").waitFor();
        List<String> codes = page.locator("[data-strongroom-codes] li").allInnerTexts();
        page.click("#strongroom-saved");
        page.getByTestId("otp/create").click();
        AuthenticatorApp phone = TotpSetUp.scan(page);
        TotpSetUp.enable(page, phone.code());

        assertThat(page.getByTestId("sms-otp/create")).isVisible();
        assertThat(page.locator("[data-testid='otp/credential-list'] [id^='cred-']"))
                .hasCount(1);
        assertEquals(5, codes.size());
        signInElsewhere(OPTIONAL, user);
        page.click("#strongroom-method-totp");
        enter("code", phone.code());
        assertIn();
    }

    @Test
    @DisplayName("T3 a user with app and number switches between them and logs in with either")
    void changesMethod() {
        TestUser user = REQUIRED.addUser(name, spec -> spec.app(secret).number(number));
        chromium.signIn(REQUIRED, user);
        page.click("#strongroom-method-sms");
        assertThat(page.locator("[data-strongroom-status=sent]")).isVisible();
        page.click("#strongroom-method-totp");
        enter("code", app.code());
        assertIn();

        signInElsewhere(REQUIRED, user);
        page.click("#strongroom-method-sms");
        enter("code", VONAGE.awaitCode(number, 2));
        assertIn();
    }

    @Test
    @DisplayName("T2 T4 T5 X10 a user without phone and app uses a backup code once and gets an e-mail")
    void usesABackupCode() {
        TestUser user = REQUIRED.addUser(name, spec -> spec.app(secret));
        chromium.open(REQUIRED.app().authorize().with("kc_action", "backup-codes-enrol"));
        chromium.enterPassword(user);
        enter("code", app.code());
        String code = page.locator("[data-strongroom-codes] li").first().innerText();
        page.click("#strongroom-saved");
        assertIn();

        for (int login = 0; login < 2; login++) {
            signInElsewhere(REQUIRED, user);
            page.click("#strongroom-method-backup");
            enter("backupCode", code);
            if (login == 0) {
                assertIn();
            }
        }
        assertThat(page.locator("#input-error-backupCode")).containsText("used already");
        Mail mail = Harness.mailbox().await(user.name() + "@example.com", 2).get(1);
        assertTrue(mail.subject().contains("a backup code was used"), mail::subject);
    }

    @Test
    @DisplayName("X5 a new user sees the deadline, sets up later, and is asked again the next time")
    void setsUpLater() {
        TestRealm realm = TestRealm.create(
                "stories-grace",
                Map.of(
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.graceUntil",
                        LocalDate.now(ZoneOffset.UTC).plusDays(3).toString()));
        TestUser user = realm.addUser(name);
        for (int login = 0; login < 2; login++) {
            signInElsewhere(realm, user);
            assertThat(page.locator("#strongroom-choose-form")).containsText("until the end of");
            page.click("#strongroom-later");
            assertIn();
        }
        realm.setAttribute(
                "twoFactor.graceUntil",
                LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());

        signInElsewhere(realm, user);
        assertThat(page.locator("#strongroom-choose-form")).isVisible();
        assertThat(page.locator("#strongroom-later")).hasCount(0);
    }

    @Test
    @DisplayName("X6 a user has this browser remembered and is asked for a code only in others")
    void remembers() {
        TestUser user = REQUIRED.addUser(name, spec -> spec.app(secret));
        chromium.signIn(REQUIRED, user);
        page.getByLabel("Do not ask in this browser for 30 days").check();
        enter("code", app.code());
        assertIn();

        signOutAndIn(REQUIRED, user);
        assertIn();

        signInElsewhere(REQUIRED, user);
        assertThat(page.locator("#code")).isFocused();
    }

    @Test
    @DisplayName(
            "X14 a user works by keyboard alone: the field has the focus, Tab visits each control in page order with "
                    + "a visible focus, and Enter submits")
    void keyboard() {
        chromium.signIn(
                REQUIRED, REQUIRED.addUser(name, spec -> spec.app(secret).number(number)));
        assertThat(page.locator("#code")).isFocused();
        for (String next : List.of("rememberBrowser", "kc-login", "strongroom-method-sms")) {
            page.keyboard().press("Tab");
            assertThat(page.locator("#" + next)).isFocused();
            assertTrue((Boolean) page.evaluate(FOCUS_SHOWS), () -> next + " does not show that it has the focus");
        }
        page.keyboard().press("Enter");
        assertThat(page.locator("#strongroom-code-form #code")).isFocused();
        page.keyboard().type(VONAGE.awaitCode(number));
        page.keyboard().press("Enter");
        assertIn();
    }

    private static final String FOCUS_SHOWS = """
            () => {
              const style = getComputedStyle(document.activeElement);
              return document.activeElement.matches(":focus-visible") && (style.outlineStyle !== "none" || style.boxShadow !== "none");
            }
            """;
}
