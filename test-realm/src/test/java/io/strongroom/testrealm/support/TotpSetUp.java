package io.strongroom.testrealm.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AuthenticatorApp;

/** The page that sets up an authenticator app. */
public final class TotpSetUp {
    private TotpSetUp() {}

    /**
     * Checks that the QR code is shown, and reads the secret from the text, or from the hidden field if Keycloak's
     * own page hides the text behind a link.
     */
    public static AuthenticatorApp scan(Page page) {
        assertThat(page.locator("#kc-totp-secret-qr-code")).isVisible();
        Locator text = page.locator("#kc-totp-secret-key");
        return text.count() == 1
                ? new AuthenticatorApp(Base32.decode(text.innerText().replaceAll("\\s", "")))
                : AuthenticatorApp.ofStored(page.locator("#totpSecret").inputValue());
    }

    public static void enable(Page page, String code) {
        page.fill("#totp", code);
        page.click("#saveTOTPBtn");
    }
}
