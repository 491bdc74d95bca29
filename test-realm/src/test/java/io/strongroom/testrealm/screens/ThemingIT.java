package io.strongroom.testrealm.screens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.TotpSetUp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(3)
@DisplayName("A company's own theme")
class ThemingIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String STRICT =
            "default-src 'none'; script-src 'self' 'report-sample'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self' http://app.test; frame-ancestors 'self'";

    /** The blocked resources that the browser reported, by prefix. */
    private static final String LISTEN =
            "window.refused = []; addEventListener('securitypolicyviolation', e => window.refused.push(e.effectiveDirective + ' ' + e.blockedURI + ' ' + e.sample))";

    private final String number = PhoneNumbers.next();
    private final String name = "brand" + number.substring(8);
    private final String secret = "secret-of-" + number.substring(1);
    private final Chromium chromium = Chromium.open();
    private final Page page = chromium.page();

    @AfterEach
    void close() {
        chromium.close();
    }

    private static TestRealm realm(Map<String, String> headers) {
        return TestRealm.create("brand", representation -> {
            representation.setLoginTheme("brand");
            representation.setEmailTheme("brand");
            representation.setBrowserSecurityHeaders(headers);
            representation
                    .getAttributes()
                    .putAll(Map.of(
                            "twoFactor.enforcement", "required",
                            "twoFactor.methods", "totp,sms",
                            "twoFactor.backupCodes", "2"));
            return representation;
        });
    }

    @Test
    @DisplayName("sets the logo, colours and texts of pages and the frame of e-mails")
    void brand() {
        TestRealm realm = realm(null).withMail();
        TestGroup room = realm.addGroup(
                "Falcon",
                Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", "refuse"));
        chromium.signIn(realm, realm.addUser("refused", spec -> spec.memberOf(room)));
        assertThat(page.locator("#strongroom-refused-form")).containsText("Please call the service desk: 4711.");

        chromium.context().clearCookies();
        TestUser user = realm.addUser(name, spec -> spec.app(secret));
        chromium.signIn(realm, user);
        assertThat(page.locator("#kc-login")).hasCSS("background-color", "rgb(11, 92, 74)");
        assertThat(page.locator("#code")).hasCSS("letter-spacing", Pattern.compile("[1-9][.\\d]*px"));
        assertTrue(page.evaluate("getComputedStyle(document.querySelector('#kc-header-wrapper'), '::before').content")
                .toString()
                .contains("logo.svg"));
        assertEquals(
                true,
                page.evaluate(
                        "fetch(document.querySelector('link[href*=\"css/brand.css\"]').href.replace('css/brand.css', 'img/logo.svg')).then(answer => answer.ok)"));

        realm.admin().delete(realm.path("/two-factor/users/" + user.id() + "/factors"));
        String mail = Harness.mailbox().await(user.name() + "@example.com").html();
        assertTrue(mail.contains("#06382d") && mail.contains("An administrator has removed"), mail);
    }

    @Test
    @DisplayName("X14 works under a content security policy without inline scripts and styles, and nothing is blocked")
    void strictPolicy() {
        TestRealm realm = realm(Map.of("contentSecurityPolicy", STRICT));
        page.addInitScript(LISTEN);
        chromium.open(realm.app().authorize());
        Set<String> ofKeycloaksOwnPage = new HashSet<>(refused());
        assertFalse(ofKeycloaksOwnPage.isEmpty(), "the content security policy applies");

        TestUser user = realm.addUser(name, spec -> spec.number(number));
        chromium.signIn(realm, user);
        assertThat(page.locator("[data-strongroom-status=sent]")).isVisible(); // which a script asks for
        assertThat(page.locator("#strongroom-resend")).hasAttribute("aria-disabled", "true");
        List<String> refused = new ArrayList<>(refused());
        page.fill("#code", VONAGE.awaitCode(number));
        page.click("#kc-login");
        assertTrue(chromium.awaitArrival().code().isPresent());

        chromium.open(realm.app().authorize().with("kc_action", "backup-codes-enrol"));
        page.locator("[data-strongroom-tool=copy]").click();
        assertThat(page.locator("[data-strongroom-tools] [role=status]")).not().isEmpty();
        refused.addAll(refused());
        chromium.open(realm.app().authorize().with("kc_action", "sms-otp-enrol"));
        assertThat(page.locator("#phoneNumber")).isFocused();
        refused.addAll(refused());
        chromium.open(realm.app().authorize().with("kc_action", "CONFIGURE_TOTP"));
        TotpSetUp.scan(page);
        refused.addAll(refused());

        refused.removeAll(ofKeycloaksOwnPage);
        assertEquals(List.of(), refused);
    }

    @SuppressWarnings("unchecked")
    private List<String> refused() {
        return (List<String>) page.evaluate("window.refused");
    }
}
