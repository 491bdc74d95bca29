package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestUser;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Console changes to policy, report and health take effect at login")
class ConsolePolicyStoriesIT extends ConsoleTestBase {
    @RegisterExtension
    static final ConsoleTenant TENANT = new ConsoleTenant();

    ConsolePolicyStoriesIT() {
        super(TENANT);
    }

    @Test
    @DisplayName("C1 X8 the strategy is chosen, previewed and saved, and only that factor is asked for")
    void strategy() {
        TestUser both = realm.addUser("both", spec -> spec.number(number).app(ConsoleTenant.SECRET));
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        page.getByLabel("Text message (SMS)").uncheck();
        page.getByTestId("twoFactorSave").click();
        assertThat(page.getByTestId("twoFactor-asked")).hasText("2");
        assertThat(page.getByTestId("twoFactor-mustEnrol")).hasText("0");
        console.confirm();
        console.awaitDone("The policy is saved");

        io.strongroom.testrealm.harness.Page code =
                realm.signIn(new Browser(), both).page();
        assertEquals("login-strongroom-totp", code.id());
        assertFalse(code.text().contains("text message"), code::toString);
        code.submit("code", AuthenticatorApp.ofStored(ConsoleTenant.SECRET).code())
                .signedIn();
    }

    @Test
    @DisplayName(
            "X17 factors are ticked in a list that begins with the strongest, a role is held to keys, and the dry run "
                    + "says whom that concerns")
    void factorsOfRoles() {
        TestUser boss = realm.addUser("boss", spec -> spec.role("boss").number(number));
        TestUser plain = realm.addUser("plain", spec -> spec.number(PhoneNumbers.next()));
        console.openTab("policy");
        Locator ticks = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Accepted factors"));
        assertThat(ticks.locator("label"))
                .containsText(
                        new String[] {"Passkey", "Security key", "Authenticator app (TOTP)", "Text message (SMS)"});
        assertThat(ticks.getByLabel("Authenticator app (TOTP)")).isChecked();
        assertThat(ticks.getByLabel("Passkey")).not().isChecked();

        page.getByLabel("Required of everybody").check();
        ticks.getByLabel("Passkey").check();
        page.getByTestId("twoFactorAddRole").click();
        Locator role = page.getByTestId("twoFactorRole-0");
        role.getByLabel("Role", new Locator.GetByLabelOptions().setExact(true)).fill("bos");
        role.getByLabel("Security key").check();
        page.getByTestId("twoFactorSave").click();
        assertThat(page.locator("#twoFactor-roleMethods-help")).containsText("There is no role \"bos\"");
        role.getByLabel("Role", new Locator.GetByLabelOptions().setExact(true)).fill("boss");
        page.locator(".pf-v5-c-alert-group button").click();
        console.chromium().assertAccessible("main");
        console.chromium().screenshot("console-role-methods");
        page.getByTestId("twoFactorSave").click();

        assertThat(page.getByTestId("twoFactorHave-sms")).containsText("1");
        assertThat(page.getByTestId("twoFactorEffect-boss")).containsText("boss (passkey or security key): 1 user");
        assertThat(page.getByTestId("twoFactorEffect-boss")).containsText("Without such a factor: boss");
        console.chromium().screenshot("console-role-methods-dry-run");
        console.confirm();
        console.awaitDone("The policy is saved");

        assertEquals("login-strongroom-code", TENANT.pageAtLogin(plain));
        io.strongroom.testrealm.harness.Page after =
                TENANT.codePage(boss).submit("code", VONAGE.awaitCode(number)).page();
        assertTrue(after.text().contains("asskey"), "the boss sets up a key: " + after);
        console.openTab("users");
        assertThat(console.row("boss").locator("span[role=img]")).hasAttribute("aria-label", "No second factor");
        assertThat(console.row("plain")).containsText("SMS");
    }

    @Test
    @DisplayName("T6 T7 the owner without a factor is named with a link if everybody is to be asked, and the policy is "
            + "saved once they set one up")
    void owners() {
        TestUser olga = AdminConsole.administrator(realm, "olga", "realm-admin");
        realm.setAttribute("twoFactor.enforcement", "optional");
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        page.getByTestId("twoFactorSave").click();

        Locator missing = page.locator(".pf-v5-c-modal-box .pf-v5-c-alert");
        assertThat(missing).containsText("olga");
        assertThat(missing.getByRole(AriaRole.LINK)).hasCount(1);
        assertThat(missing.getByRole(AriaRole.LINK))
                .hasAttribute("href", Pattern.compile(".*/users/" + olga.id() + "/two-factor"));
        assertThat(page.getByTestId("twoFactorConfirm")).isDisabled();
        console.button("Back").click();

        realm.signIn(new Browser(), realm.app().authorize().with("kc_action", "sms-otp-enrol"), olga)
                .page()
                .submit("phoneNumber", number)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");
        assertTrue(
                realm.signIn(new Browser(), realm.addUser("emil")).page().id().startsWith("login-strongroom"));
    }

    @Test
    @DisplayName("O1 O2 administrators are also asked at their next console login once the policy is on")
    void toggle() {
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");

        try (AdminConsole again = AdminConsole.open(realm, AdminConsole.window())) {
            again.signIn(TENANT.administrator());
            again.page().fill("#code", TENANT.app().code());
            again.page().click("#kc-login");
            again.awaitNavigation();
            assertThat(again.page().locator("#nav-item-two-factor")).isVisible();
        }
    }

    @Test
    @DisplayName(
            "X8 the report counts factors in total and by data room, exports CSV and leads to users who must set up")
    void report() {
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser anna = realm.addUser("anna", spec -> spec.number(number).memberOf(room));
        TestUser ben = realm.addUser("ben", spec -> spec.memberOf(room));
        console.openTab("report");

        assertThat(page.getByTestId("twoFactorCount-sms")).containsText("1");
        assertThat(page.getByTestId("twoFactorCount-totp")).containsText("1");
        assertThat(page.getByTestId("twoFactorRoom-Falcon").locator("td"))
                .hasText(new String[] {"Falcon", "2", "1 · 50%", "1 · 50%", "1 · 50%"});
        String file = page.waitForDownload(() -> console.button("Download CSV").click())
                .suggestedFilename();
        assertEquals("two-factor.csv", file);
        assertEquals("login-strongroom-code", TENANT.pageAtLogin(anna));
        assertEquals("login-strongroom-phone", TENANT.pageAtLogin(ben));
    }

    @Test
    @DisplayName("X9 the health page reports a problem and fixes it, and the login is as strict as the page says")
    void health() {
        realm.setAttribute("twoFactor.backupCodes", "many");
        console.openTab("health");
        Locator finding = page.locator("main .pf-v5-c-alert")
                .filter(new Locator.FilterOptions().setHasText("twoFactor.backupCodes"));
        assertThat(finding).isVisible();

        finding.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Fix"))
                .click();
        console.awaitDone("The problem is fixed");
        assertThat(finding).hasCount(0);
        TENANT.assertNotAsked(realm.addUser("ben"));
    }
}
