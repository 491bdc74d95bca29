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
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName(
        "What an administrator does in the console is what users meet at login: the policy, the report and the health page")
class ConsolePolicyStoriesIT {
    @RegisterExtension
    static final StoryConsole STORY = new StoryConsole();

    private static final Vonage VONAGE = Harness.vonage();

    private final TestRealm realm = STORY.realm();
    private final AdminConsole console = STORY.console();
    private final Page page = STORY.page();
    private final String number = PhoneNumbers.next();

    @Test
    @DisplayName("C1 X8 the strategy is chosen, tried and saved: only it is asked for")
    void strategy() {
        TestUser both = realm.addUser("both", spec -> spec.number(number).app(StoryConsole.SECRET));
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        page.getByLabel("Authenticator app only (TOTP)").check();
        page.getByTestId("twoFactorSave").click();
        assertThat(page.getByTestId("twoFactor-asked")).hasText("2");
        assertThat(page.getByTestId("twoFactor-mustEnrol")).hasText("0");
        console.confirm();
        console.awaitDone("The policy is saved");

        io.strongroom.testrealm.harness.Page code =
                realm.signIn(new Browser(), both).page();
        assertEquals("login-strongroom-totp", code.id());
        assertFalse(code.text().contains("text message"), code::toString);
        code.submit("code", AuthenticatorApp.ofStored(StoryConsole.SECRET).code())
                .signedIn();
    }

    @Test
    @DisplayName(
            "T6 T7 requiring it of everybody shows which owner is missing, and the way to them; once they have set it up, it is saved")
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
    @DisplayName("O1 O2 switched on, the administrator included is asked at the next login to the console")
    void toggle() {
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");

        try (AdminConsole again = AdminConsole.open(realm, AdminConsole.window())) {
            again.signIn(STORY.administrator());
            again.page().fill("#code", STORY.app().code());
            again.page().click("#kc-login");
            again.awaitNavigation();
            assertThat(again.page().locator("#nav-item-two-factor")).isVisible();
        }
    }

    @Test
    @DisplayName(
            "X8 the report counts who has what, in all and by data room, and gives it as CSV: who must set up is led to it, who has a number is asked")
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
        assertEquals("login-strongroom-code", STORY.pageAtLogin(anna));
        assertEquals("login-strongroom-phone", STORY.pageAtLogin(ben));
    }

    @Test
    @DisplayName("X9 the health page says what is wrong, and mends it: the login is as strict as the page says")
    void health() {
        realm.setAttribute("twoFactor.backupCodes", "many");
        console.openTab("health");
        Locator finding = page.locator("main .pf-v5-c-alert")
                .filter(new Locator.FilterOptions().setHasText("twoFactor.backupCodes"));
        assertThat(finding).isVisible();

        finding.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Mend"))
                .click();
        console.awaitDone("It is mended");
        assertThat(finding).hasCount(0);
        STORY.assertNotAsked(realm.addUser("ben"));
    }
}
