package io.strongroom.testrealm.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AuthenticatorApp;

/** The page that sets up an authenticator app. */
public final class TotpSetUp {
    private TotpSetUp() {}

    /** Looks at the QR code, and takes the secret that is told as text, or, where Keycloak's own page hides it behind a link, the code's. */
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
