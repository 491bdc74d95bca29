package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
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

    private void signIn(TestRealm realm, TestUser user) {
        chromium.open(realm.app().authorize());
        page.fill("#username", user.name());
        page.fill("#password", user.password());
        page.click("#kc-login");
    }

    @Test
    @DisplayName(
            "D2 C11 a user signs in with the keyboard alone; the field asks for digits and for the code of a message")
    void keyboard() {
        TestUser user = REALM.addUser("keys" + number.substring(8), spec -> spec.number(number));
        signIn(REALM, user);
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
    @DisplayName("a wrong code is told at the field, and the pages stay accessible")
    void wrong() {
        TestUser user = REALM.addUser("wrong" + number.substring(8), spec -> spec.number(number));
        signIn(REALM, user);
        page.fill("#code", Vonage.otherThan(VONAGE.awaitCode(number)));
        page.click("#kc-login");

        PlaywrightAssertions.assertThat(page.locator("#input-error-code")).containsText("not right");
        assertEquals("true", page.locator("#code").getAttribute("aria-invalid"));
        chromium.assertAccessible();
        chromium.screenshot("code-wrong");
    }

    @Test
    @DisplayName("C5 a number is set up in the browser, from the first page to the application")
    void enrolment() {
        signIn(REALM, REALM.addUser("fresh" + number.substring(8)));
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
    @DisplayName("the page tells by itself that the message could not be sent")
    void failedSend() {
        VONAGE.answersStatus(number, 500);
        signIn(REALM, REALM.addUser("failed" + number.substring(8), spec -> spec.number(number)));

        PlaywrightAssertions.assertThat(page.locator("[data-strongroom-status=failed]"))
                .containsText("could not be sent");
        chromium.assertAccessible();
        chromium.screenshot("code-failed");
    }

    @ParameterizedTest(name = "the whole login works under the login theme {0}")
    @ValueSource(strings = {"keycloak", "keycloak.v2", "base"})
    void themes(String theme) {
        TestRealm realm = TestRealm.create("theme", representation -> {
            representation.getAttributes().put("twoFactor.enforcement", "required");
            representation.getAttributes().put("twoFactor.methods", "sms");
            representation.setLoginTheme(theme);
            return representation;
        });
        signIn(realm, realm.addUser("user"));
        page.fill("#phoneNumber", number);
        page.click("#strongroom-send");
        chromium.screenshot("code-" + theme);
        page.fill("#code", VONAGE.awaitCode(number));
        page.click("#kc-login");

        assertTrue(chromium.awaitArrival().code().isPresent());
    }
}
