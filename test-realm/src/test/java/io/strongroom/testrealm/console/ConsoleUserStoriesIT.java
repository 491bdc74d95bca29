package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("What an administrator does in the console is what users meet at login: users")
class ConsoleUserStoriesIT {
    @RegisterExtension
    static final StoryConsole STORY = new StoryConsole();

    private static final Vonage VONAGE = Harness.vonage();

    private final TestRealm realm = STORY.realm();
    private final AdminConsole console = STORY.console();
    private final Page page = STORY.page();
    private final String number = PhoneNumbers.next();

    @Test
    @DisplayName(
            "C3 the users list has a key where two-factor is on; pointing at it, or reading it aloud, names the strategy: who has it is asked")
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
                "No two-factor", console.row("ben").locator("span[role=img]").getAttribute("aria-label"));

        page.getByTestId("twoFactorStatusFilter").selectOption("totp");
        assertThat(console.row("admin")).isVisible();
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertEquals("login-strongroom-code", STORY.pageAtLogin(anna));
        STORY.assertNotAsked(ben);
    }

    @Test
    @DisplayName(
            "C4 while text messages are the strategy, the console refuses to add a user without a number; one with a number is asked for its code")
    void newUser() {
        realm.setAttribute("twoFactor.ownerRole", "nobody");
        realm.grantRole(realm.addUser("owner", spec -> spec.number(number)), "nobody");
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        page.getByLabel("Text message only (SMS)").check();
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
        STORY.codePage(withPassword("newcomer"))
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
    @DisplayName("C7 one user is enabled by a tick on their page: they are asked, others are not")
    void oneUser() {
        TestUser anna = realm.addUser("anna");
        TestUser ben = realm.addUser("ben");
        realm.setAttribute("twoFactor.enforcement", "optional");
        STORY.assertNotAsked(anna);

        console.open("/users/" + anna.id() + "/two-factor");
        page.getByLabel("Enable two-factor authentication").check();
        page.getByTestId("twoFactorSave").click();
        console.awaitDone("is enabled for anna");

        assertTrue(realm.signIn(new Browser(), anna).page().id().startsWith("login-"));
        STORY.assertNotAsked(ben);
    }

    @Test
    @DisplayName("C12 the TOTP secret is revoked after a question: the user sets up anew at the next login")
    void revoke() {
        realm.setAttribute("twoFactor.methods", "totp");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser("anna", spec -> spec.app(StoryConsole.SECRET));
        assertEquals("login-strongroom-totp", STORY.pageAtLogin(anna));

        console.openTab("users");
        console.choose("anna", "Revoke TOTP secret");
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("anna gives no valid codes");
        console.confirm();
        console.awaitDone("TOTP secret of anna is revoked");

        assertTrue(realm.signIn(new Browser(), anna).page().has("#kc-totp-secret-qr-code"));
    }

    @Test
    @DisplayName("T8 a user who lost phone and codes is reset: they set up anew at the next login")
    void reset() {
        realm.setAttribute("twoFactor.methods", "sms");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser("anna", spec -> spec.number(number));
        assertEquals("login-strongroom-code", STORY.pageAtLogin(anna));

        console.open("/users/" + anna.id() + "/two-factor");
        page.getByTestId("twoFactorReset").click();
        console.confirm();
        console.awaitDone("two-factor of anna is reset");

        assertEquals("login-strongroom-phone", STORY.pageAtLogin(anna));
    }
}
