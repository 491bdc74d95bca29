package io.strongroom.testrealm.screens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.TestRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page that sets up an app, in Chromium")
class AppPageIT {
    private static final TestRealm REALM =
            TestRealm.create("apps", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));

    private final Chromium chromium = Chromium.open();
    private final Page page = chromium.page();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    @DisplayName(
            "C10 O4 lets a user copy the secret, shows an error at the field for a wrong code and accepts the right "
                    + "one")
    void setUpApp() {
        chromium.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        chromium.signIn(REALM, REALM.addUser("scripted"));
        AuthenticatorApp app = AuthenticatorApp.ofLink(
                URI.create(page.locator("#strongroom-totp-link").getAttribute("href")));
        PlaywrightAssertions.assertThat(page.locator("#totp")).isFocused();
        PlaywrightAssertions.assertThat(page.locator("#kc-totp-secret-qr-code"))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertEquals(246, page.evaluate("document.querySelector('#kc-totp-secret-qr-code').naturalWidth"));
        assertEquals(1, page.locator("button.pf-m-primary, input.pf-m-primary").count());
        chromium.assertAccessible();
        chromium.screenshot("app");

        page.locator("[data-strongroom-tool=copy]").click();
        PlaywrightAssertions.assertThat(page.locator("[data-strongroom-copied]"))
                .hasText("Copied");
        assertEquals(
                page.locator("#kc-totp-secret-key").textContent().replace(" ", ""),
                page.evaluate("navigator.clipboard.readText()"));

        page.fill("#totp", "000000");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#input-error-totp")).containsText("not right");
        PlaywrightAssertions.assertThat(page.locator("#totp")).isFocused();
        chromium.assertAccessible();
        chromium.screenshot("app-wrong");
        page.keyboard().type(app.code());
        page.keyboard().press("Enter");
        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("C10 X14 works without JavaScript too and shows no button that would do nothing")
    void setUpWithoutScript() {
        try (Chromium plain =
                Chromium.open(new Browser.NewContextOptions().setLocale("en").setJavaScriptEnabled(false))) {
            plain.signIn(REALM, REALM.addUser("plain"));
            PlaywrightAssertions.assertThat(plain.page().locator("[data-strongroom-tool=copy]"))
                    .isHidden();
            AuthenticatorApp app = AuthenticatorApp.ofLink(
                    URI.create(plain.page().locator("#strongroom-totp-link").getAttribute("href")));
            plain.page().fill("#totp", app.code());
            plain.page().click("#saveTOTPBtn");

            assertTrue(plain.awaitArrival().code().isPresent());
        }
    }
}
