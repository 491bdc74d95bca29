package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Console changes to users take effect at login")
class ConsoleUserStoriesIT extends ConsoleTestBase {
    @RegisterExtension
    static final ConsoleTenant TENANT = new ConsoleTenant();

    ConsoleUserStoriesIT() {
        super(TENANT);
    }

    @Test
    @DisplayName("C3 the users list shows a key icon with the strategy as tooltip and label for users with two-factor, "
            + "and they are asked")
    void statusColumn() {
        realm.setAttribute("twoFactor.enforcement", "optional");
        TestUser anna = realm.addUser("anna", spec -> spec.number(number));
        TestUser ben = realm.addUser("ben");
        console.openTab("users");

        Locator key = console.row("anna").locator("span[role=img]");
        assertEquals("Two-factor by text message", key.getAttribute("aria-label"));
        assertThat(key.locator("svg")).isVisible();
        key.hover();
        assertThat(page.getByRole(AriaRole.TOOLTIP)).hasText("Two-factor by text message");
        assertEquals(
                "No second factor", console.row("ben").locator("span[role=img]").getAttribute("aria-label"));

        page.getByTestId("twoFactorStatusFilter").selectOption("totp");
        assertThat(console.row("admin")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertEquals("login-strongroom-code", TENANT.pageAtLogin(anna));
        TENANT.assertNotAsked(ben);
    }

    @Test
    @DisplayName("C4 the console rejects a new user without a number if the strategy is SMS, and one with a number is "
            + "asked for the code sent to it")
    void newUser() {
        realm.setAttribute("twoFactor.ownerRole", "nobody");
        realm.grantRole(realm.addUser("owner", spec -> spec.number(number)), "nobody");
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        page.getByLabel("Authenticator app (TOTP)").uncheck();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");

        console.open("/users/add-user");
        page.locator("#username").fill("newcomer");
        page.locator("#email").fill("newcomer@example.org");
        page.locator("#firstName").fill("New");
        page.locator("#lastName").fill("Comer");
        page.getByTestId("user-creation-save").click();

        assertThat(page.locator("main")).containsText("phone number");
        assertThat(page.locator("#username")).hasValue("newcomer");
        String later = PhoneNumbers.next();
        page.locator("[name='attributes.phoneNumber']").fill(later);
        page.getByTestId("user-creation-save").click();
        assertThat(page.locator(".kc-username-view-header")).containsText("newcomer");
        TENANT.codePage(withPassword("newcomer"))
                .submit("code", VONAGE.awaitCode(later))
                .signedIn();
    }

    private TestUser withPassword(String name) {
        TestUser user = new TestUser(realm.userId(name), name, "correct horse");
        realm.admin()
                .put(
                        realm.path("/users/" + user.id() + "/reset-password"),
                        Map.of("type", "password", "value", user.password(), "temporary", false));
        return user;
    }

    @Test
    @DisplayName("C7 a tick on a user's page enables two-factor for them, and only they are asked")
    void oneUser() {
        TestUser anna = realm.addUser("anna");
        TestUser ben = realm.addUser("ben");
        realm.setAttribute("twoFactor.enforcement", "optional");
        TENANT.assertNotAsked(anna);

        console.open("/users/" + anna.id() + "/two-factor");
        page.getByLabel("Enable two-factor authentication").check();
        page.getByTestId("twoFactorSave").click();
        console.awaitDone("is enabled for anna");

        assertTrue(realm.signIn(new Browser(), anna).page().id().startsWith("login-"));
        TENANT.assertNotAsked(ben);
    }

    @Test
    @DisplayName("C12 revoking the TOTP secret needs confirmation, and the user sets up a new one at the next login")
    void revoke() {
        realm.setAttribute("twoFactor.methods", "totp");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser("anna", spec -> spec.app(ConsoleTenant.SECRET));
        assertEquals("login-strongroom-totp", TENANT.pageAtLogin(anna));

        console.openTab("users");
        console.choose("anna", "Revoke TOTP secret");
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("anna no longer produces valid codes");
        console.confirm();
        console.awaitDone("TOTP secret of anna is revoked");

        assertTrue(realm.signIn(new Browser(), anna).page().has("#kc-totp-secret-qr-code"));
    }

    @Test
    @DisplayName("X17 a user's keys are listed with their names, and a removed key is no longer asked for")
    void keys() {
        realm.setAttribute("twoFactor.methods", "security-key,sms");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser(
                "anna",
                spec -> spec.securityKey(SoftAuthenticator.securityKey()).number(number));
        assertEquals("login-strongroom-key", TENANT.pageAtLogin(anna));

        console.open("/users/" + anna.id() + "/two-factor");
        Locator key = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("Security key"));
        assertThat(key).containsText("Key of the test");
        console.chromium().assertAccessible("main");
        key.getByRole(AriaRole.BUTTON).click();
        console.confirm();
        console.awaitDone("The factor of anna is removed");

        assertThat(key).hasCount(0);
        assertEquals("login-strongroom-code", TENANT.pageAtLogin(anna));
    }

    @Test
    @DisplayName(
            "T8 a user who has lost phone and backup codes is reset by an administrator and sets up a factor at the "
                    + "next login")
    void reset() {
        realm.setAttribute("twoFactor.methods", "sms");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser("anna", spec -> spec.number(number));
        assertEquals("login-strongroom-code", TENANT.pageAtLogin(anna));

        console.open("/users/" + anna.id() + "/two-factor");
        page.getByTestId("twoFactorReset").click();
        console.confirm();
        console.awaitDone("second factor of anna is reset");

        assertEquals("login-strongroom-phone", TENANT.pageAtLogin(anna));
    }
}
