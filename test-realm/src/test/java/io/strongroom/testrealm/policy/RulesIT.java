package io.strongroom.testrealm.policy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

@Order(1)
@DisplayName("The tenant's rules about which users are asked, and when they are asked again")
class RulesIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private static TestRealm realm(String enforcement, Map<String, String> more) {
        Map<String, String> attributes =
                new LinkedHashMap<>(Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", "sms"));
        attributes.putAll(more);
        return TestRealm.create("rules", attributes);
    }

    @Test
    @DisplayName("C7 a role switches two-factor on for a single user")
    void requiredRole() {
        TestRealm realm = realm("optional", Map.of());
        TestUser asked = realm.addUser("asked", spec -> spec.role("two-factor-required"));
        TestUser free = realm.addUser("free");

        assertEquals(
                "login-strongroom-phone", realm.signIn(browser, asked).page().id());
        realm.signIn(new Browser(), free).signedIn();
    }

    @Test
    @DisplayName("C13 users with the exempt role are never asked, even in a direct grant")
    void exemptRole() {
        TestRealm realm = realm("required", Map.of("twoFactor.exemptRoles", "machine"));
        TestUser machine = realm.addUser("machine", spec -> spec.role("machine"));

        realm.signIn(browser, machine).signedIn();
        assertTrue(realm.confidentialApp().passwordGrant(machine).hasTokens());
    }

    @Test
    @DisplayName("T1 D11 with the optional rule, only users who have set up their own factor are asked")
    void optional() {
        TestRealm realm = realm("optional", Map.of());
        TestUser user = realm.addUser("user");
        Page page = realm.signIn(browser, realm.app().authorize().with("kc_action", "sms-otp-enrol"), user)
                .page();
        page.submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        assertEquals(
                "login-strongroom-code",
                realm.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName(
            "X5 during the grace period, the user may set up a factor later and sees the deadline; afterwards they can't")
    void grace() {
        TestRealm realm = realm(
                "required",
                Map.of("twoFactor.graceUntil", LocalDate.now(ZoneOffset.UTC).toString()));
        TestUser user = realm.addUser("user");
        Page page = realm.signIn(browser, user).page();
        assertTrue(page.hasField("later"), page::toString);
        assertTrue(page.text().contains("until the end of"), page::toString);
        assertTrue(page.text().contains("Today is the last day."), page::toString);
        page.press("later").signedIn();
        browser.open(realm.confidentialApp().authorize()).signedIn();

        realm.setAttribute(
                "twoFactor.graceUntil",
                LocalDate.now(ZoneOffset.UTC).minusDays(1).toString());

        Page over = realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-phone", over.id());
        assertFalse(over.hasField("later"));
        Page forged = over.form("phoneNumber").with("later", "true").submit().page();
        assertEquals("login-strongroom-phone", forged.id());
        assertTrue(realm.confidentialApp().passwordGrant(user).status() == 400);
    }

    @Test
    @DisplayName("X5 one user's postponement does not apply to another user in the same browser")
    void graceOfAnother() {
        TestRealm realm = realm("required", Map.of("twoFactor.graceDays", "3"));
        Page otherTab = realm.loginPage(browser);
        realm.signIn(browser, realm.addUser("first")).page().press("later").signedIn();
        browser.forgetCookie("KEYCLOAK_IDENTITY");

        TestUser second = realm.addUser("second");
        Page page = otherTab.submit(Map.of("username", second.name(), "password", second.password()))
                .page();

        assertTrue(page.hasField("later"), page::toString);
        assertTrue(page.text().contains("You have 3 days left."), page::toString);
    }

    @Test
    @DisplayName("X5 the grace period starts with the first login under the rule")
    void graceDays() {
        TestRealm realm = realm("required", Map.of("twoFactor.graceDays", "3"));
        TestUser user = realm.addUser("user");

        Page page = realm.signIn(browser, user).page();
        page.press("later").signedIn();

        CredentialRepresentation memory =
                realm.credentials(user, "two-factor-grace").get(0);
        assertTrue(System.currentTimeMillis() - memory.getCreatedDate() < 60_000);
        realm.signIn(new Browser(), user).page().press("later").signedIn();
        assertEquals(1, realm.credentials(user, "two-factor-grace").size());
    }

    @Test
    @DisplayName(
            "C14 a passed factor counts for the configured minutes and is then asked for again in the same session")
    void maxAge() {
        TestRealm realm = realm("required", Map.of("twoFactor.maxAgeMinutes", "1"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        realm.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        browser.open(realm.confidentialApp().authorize()).signedIn();

        await().atMost(Duration.ofSeconds(80))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> browser.open(realm.confidentialApp().authorize().with("prompt", "none"))
                        .returned()
                        .error()
                        .isPresent());

        Page again = browser.open(realm.confidentialApp().authorize()).page();
        assertEquals("login-strongroom-code", again.id());
    }
}
