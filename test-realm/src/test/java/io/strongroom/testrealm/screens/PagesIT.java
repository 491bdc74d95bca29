package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.SelectOption;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The pages in Chromium")
class PagesIT {
    private static final TestRealm REALM =
            TestRealm.create("pages", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final Chromium chromium = Chromium.open();
    private final Page page = chromium.page();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    @DisplayName(
            "D2 C11 let a user sign in by keyboard alone, with a numeric keypad and the one-time code of a message")
    void keyboard() {
        TestUser user = REALM.addUser("keys" + number.substring(8), spec -> spec.number(number));
        chromium.signIn(REALM, user);
        Locator field = page.locator("input#code");

        PlaywrightAssertions.assertThat(field).isFocused();
        assertEquals("numeric", field.getAttribute("inputmode"));
        assertEquals("one-time-code", field.getAttribute("autocomplete"));
        assertEquals(1, page.locator("form input:not([type=hidden])").count());
        chromium.assertAccessible();
        PlaywrightAssertions.assertThat(page.locator("[data-strongroom-status=sent]"))
                .isVisible();
        chromium.screenshot("code");

        page.keyboard().type(VONAGE.awaitCode(number));
        page.keyboard().press("Enter");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("show an error at the field for a wrong code and stay accessible")
    void wrong() {
        TestUser user = REALM.addUser("wrong" + number.substring(8), spec -> spec.number(number));
        chromium.signIn(REALM, user);
        page.fill("#code", Vonage.otherThan(VONAGE.awaitCode(number)));
        page.click("#kc-login");

        PlaywrightAssertions.assertThat(page.locator("#input-error-code")).containsText("not right");
        assertEquals("true", page.locator("#code").getAttribute("aria-invalid"));
        chromium.assertAccessible();
        chromium.screenshot("code-wrong");
    }

    @Test
    @DisplayName("C5 set up a number in the browser, from the first page to the application")
    void enrolment() {
        chromium.signIn(REALM, REALM.addUser("fresh" + number.substring(8)));
        chromium.assertAccessible();
        chromium.screenshot("phone");
        page.fill("#phoneNumber", number);
        page.click("#strongroom-send");
        page.fill("#code", VONAGE.awaitCode(number));
        chromium.assertAccessible();
        page.click("#kc-login");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("show automatically that the message could not be sent")
    void failedSend() {
        VONAGE.answersStatus(number, 500);
        chromium.signIn(REALM, REALM.addUser("failed" + number.substring(8), spec -> spec.number(number)));

        PlaywrightAssertions.assertThat(page.locator("[data-strongroom-status=failed]"))
                .containsText("could not be sent");
        chromium.assertAccessible();
        chromium.screenshot("code-failed");
    }

    @ParameterizedTest(name = "work for the whole login under the login theme {0}")
    @ValueSource(strings = {"keycloak", "keycloak.v2", "base"})
    void themes(String theme) {
        TestRealm realm = TestRealm.create("theme", representation -> {
            representation.getAttributes().put("twoFactor.enforcement", "required");
            representation.getAttributes().put("twoFactor.methods", "sms");
            representation.setLoginTheme(theme);
            return representation;
        });
        chromium.signIn(realm, realm.addUser("user"));
        page.fill("#phoneNumber", number);
        page.click("#strongroom-send");
        chromium.screenshot("code-" + theme);
        page.fill("#code", VONAGE.awaitCode(number));
        page.click("#kc-login");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("C5 X14 let a user choose a country by its name and type the number in its national format")
    void country() {
        chromium.signIn(REALM, REALM.addUser("picks" + number.substring(8)));
        PlaywrightAssertions.assertThat(page.locator("#phoneNumber")).isFocused();
        page.selectOption("#country", new SelectOption().setLabel("Germany (\u200e+49\u200e)"));
        page.fill("#phoneNumber", "12");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#input-error-phoneNumber"))
                .isVisible();
        PlaywrightAssertions.assertThat(page.locator("#country")).hasValue("DE");
        chromium.assertAccessible();
        chromium.screenshot("phone-wrong");

        page.selectOption("#country", "SE");
        page.fill("#phoneNumber", "0" + number.substring(3));
        page.click("#strongroom-send");
        page.fill("#code", VONAGE.awaitCode(number));
        page.click("#kc-login");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("submit a pasted code automatically, but not a typed one")
    void paste() {
        chromium.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        chromium.signIn(REALM, REALM.addUser("pastes" + number.substring(8), spec -> spec.number(number)));
        String code = VONAGE.awaitCode(number);
        PlaywrightAssertions.assertThat(page.locator("#code")).isFocused();
        page.keyboard().type(code);
        assertEquals(code, page.inputValue("#code"));
        PlaywrightAssertions.assertThat(page.locator("#kc-login")).isEnabled();

        page.evaluate("code => navigator.clipboard.writeText(code)", code.substring(0, 3) + " " + code.substring(3));
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("ControlOrMeta+v");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("do not submit a pasted code while a choice is open, or if it is incomplete")
    void pasteWaits() {
        TestRealm realm = TestRealm.create(
                "decides",
                Map.of(
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.methods",
                        "sms",
                        "twoFactor.rememberBrowserDays",
                        "30"));
        chromium.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        chromium.signIn(realm, realm.addUser("user", spec -> spec.number(number)));
        String code = VONAGE.awaitCode(number);
        page.evaluate("code => navigator.clipboard.writeText(code)", code);
        PlaywrightAssertions.assertThat(page.locator("#code")).isFocused();
        page.keyboard().press("ControlOrMeta+v");
        assertEquals(code, page.inputValue("#code"));
        PlaywrightAssertions.assertThat(page.locator("#kc-login")).isEnabled();

        page.check("#rememberBrowser");
        page.evaluate("code => navigator.clipboard.writeText(code)", code.substring(1));
        page.locator("#code").press("ControlOrMeta+a");
        page.keyboard().press("ControlOrMeta+v");
        assertEquals(code.substring(1), page.inputValue("#code"));
        PlaywrightAssertions.assertThat(page.locator("#kc-login")).isEnabled();
    }

    @Test
    @DisplayName(
            "submit the code that the phone reads from the message (WebOTP), and stop waiting when the user leaves")
    void webOtp() {
        // Simulates Chrome on Android after the user's consent.
        page.addInitScript("window.OTPCredential = class {};"
                + "navigator.credentials.get = ({ otp, signal }) => new Promise((resolve, reject) => {"
                + "  window.transport = otp.transport.join();"
                + "  window.received = (code) => resolve({ code });"
                + "  signal.addEventListener('abort', () => { sessionStorage.aborted = 'yes'; reject(signal.reason); });"
                + "});");
        chromium.signIn(REALM, REALM.addUser("phones" + number.substring(8), spec -> spec.number(number)));
        String code = VONAGE.awaitCode(number);
        page.waitForFunction("typeof window.received === 'function'");
        assertEquals("sms", page.evaluate("window.transport"));
        page.fill("#code", Vonage.otherThan(code));
        page.click("#kc-login");
        PlaywrightAssertions.assertThat(page.locator("#input-error-code")).isVisible();
        assertEquals("yes", page.evaluate("sessionStorage.aborted"));

        page.waitForFunction("typeof window.received === 'function'");
        page.evaluate("code => window.received(code)", code);

        assertTrue(chromium.awaitArrival().code().isPresent());
    }
}
