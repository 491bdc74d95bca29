package io.strongroom.testrealm.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("The pages in Chromium with JavaScript switched off")
class WithoutScriptIT {
    private static final TestRealm REALM = TestRealm.create(
            "noscript",
            Map.of(
                    "twoFactor.enforcement", "required",
                    "twoFactor.methods", "totp,sms",
                    "twoFactor.backupCodes", "2"));
    private static final Vonage VONAGE = Harness.vonage();

    /** Has to wait half a minute before another message; the other tests run meanwhile. */
    private static final String WAITING_NUMBER = PhoneNumbers.next();

    private static Chromium waiting;

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final String name = "plain" + number.substring(8);
    private Chromium chromium = browser();
    private Page page = chromium.page();

    private static Chromium browser() {
        return Chromium.open(new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false));
    }

    @BeforeAll
    static void beginWaiting() {
        waiting = browser();
        waiting.signIn(REALM, REALM.addUser("waiting", spec -> spec.number(WAITING_NUMBER)));
        VONAGE.awaitCode(WAITING_NUMBER);
    }

    @AfterAll
    static void endWaiting() {
        waiting.close();
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    private void signInElsewhere(TestUser user) {
        chromium.close();
        chromium = browser();
        page = chromium.page();
        chromium.signIn(REALM, user);
    }

    private void enter(String field, String value) {
        page.locator("#" + field).fill(value);
        page.locator("#" + field).press("Enter");
    }

    private void assertIn() {
        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @Order(1)
    @DisplayName(
            "X14 C5 T1 T2 T4 T5 let a user choose a method, prove a number, save backup codes and log in with each")
    void wholeLife() {
        TestUser user = REALM.addUser(name);
        chromium.signIn(REALM, user);
        page.click("#strongroom-method-sms");
        enter("phoneNumber", "0701740605");
        assertThat(page.locator("#input-error-country")).containsText("choose the country of this number");
        enter("phoneNumber", number);
        enter("code", VONAGE.awaitCode(number));
        page.locator("#strongroom-saved").waitFor();
        List<String> codes = page.locator("[data-strongroom-codes] li").allInnerTexts();
        assertEquals(2, codes.size());
        assertThat(page.locator("[data-strongroom-tools]")).isHidden();
        page.click("#strongroom-saved");
        assertIn();

        signInElsewhere(user);
        page.click("#strongroom-method-backup");
        enter("backupCode", codes.get(0));
        assertThat(page.locator("#kc-page-title")).containsText("Make new backup codes?");
        page.click("#strongroom-later");
        assertIn();

        signInElsewhere(user);
        page.click("#strongroom-method-backup");
        enter("backupCode", codes.get(0));
        assertThat(page.locator("#input-error-backupCode")).containsText("used already");
    }

    @Test
    @Order(2)
    @DisplayName("X14 D2 C11 accept a code by text message after a wrong one")
    void sms() {
        chromium.signIn(REALM, REALM.addUser(name, spec -> spec.number(number)));
        String code = VONAGE.awaitCode(number);
        enter("code", Vonage.otherThan(code));
        assertThat(page.locator("#input-error-code")).containsText("4 attempts left");
        enter("code", code);

        assertIn();
    }

    @Test
    @Order(3)
    @DisplayName("X14 T3 accept a code of an app after switching to the other method and back")
    void totp() {
        chromium.signIn(REALM, REALM.addUser(name, spec -> spec.app(secret).number(number)));
        page.click("#strongroom-method-sms");
        page.click("#strongroom-method-totp");
        enter("code", app.code());

        assertIn();
    }

    @Test
    @Order(4)
    @DisplayName("X14 X17 say that a key needs JavaScript, and let the user set up and use another method")
    void keys() {
        TestRealm realm = TestRealm.create(
                "noscript-keys", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "passkey,totp"));
        chromium.signIn(realm, realm.addUser(name));
        page.click("#strongroom-method-passkey");
        assertKeyNeedsScript();
        page.click("#strongroom-method-totp");
        assertThat(page.locator("#totp")).isVisible();

        chromium.close();
        chromium = browser();
        page = chromium.page();
        chromium.signIn(
                realm,
                realm.addUser(
                        name + "x",
                        spec -> spec.passkey(SoftAuthenticator.passkey()).app(secret)));
        assertKeyNeedsScript();
        page.click("#strongroom-method-totp");
        enter("code", app.code());

        assertIn();
    }

    private void assertKeyNeedsScript() {
        Locator reason = page.locator("noscript p");
        assertThat(reason).isVisible();
        assertTrue(reason.innerText().startsWith("This step needs JavaScript"), reason.innerText());
        assertThat(page.locator("[data-strongroom-use-key]")).isHidden();
    }

    @Test
    @Order(5)
    @DisplayName("X14 send another message after the wait, which the page shows when it is reloaded")
    void resend() {
        Page page = waiting.page();
        assertThat(page.locator("[data-strongroom-wait]")).containsText("another message in");
        assertThat(page.locator("#strongroom-resend")).isEnabled();
        await("the end of the wait").atMost(Duration.ofSeconds(45)).until(() -> {
            page.reload();
            return page.locator("[data-strongroom-wait]").count() == 0;
        });
        page.click("#strongroom-resend");
        String second = VONAGE.awaitCode(WAITING_NUMBER, 2);
        assertNotEquals(VONAGE.awaitCode(WAITING_NUMBER, 1), second);
        page.fill("#code", second);
        page.click("#kc-login");

        assertTrue(waiting.awaitArrival().code().isPresent());
    }
}
