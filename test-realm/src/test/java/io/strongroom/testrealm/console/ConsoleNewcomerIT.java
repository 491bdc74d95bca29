package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Keyboard;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("The console for a first-time or keyboard-only administrator")
class ConsoleNewcomerIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm REALM = AdminConsole.realm("newcomer", Map.of());

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole(REALM);

    private final AdminConsole console = OPEN.console();
    private final Page page = console.page();
    private final String number = PhoneNumbers.next();

    private Locator named(AriaRole role, String name) {
        return page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    @DisplayName(
            "D3 D7 lets an administrator create a room, add two members, set a number and watch one log in, guided "
                    + "by page text alone")
    void newcomer() {
        TestUser anna = REALM.addUser("anna");
        REALM.addUser("ben");
        Instant start = Instant.now();

        page.locator("#page-sidebar").getByText("Two-factor").click();
        named(AriaRole.LINK, "Data rooms").click();
        console.button("Create data room").first().click();
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Falcon");
        page.getByLabel("Enable enforced two-factor authentication").check();
        console.button("Create").click();
        console.awaitDone("Add its members now");
        console.button("Add members").click();
        page.getByLabel("anna").check();
        page.getByLabel("ben").check();
        console.button("Add").click();
        console.awaitDone("2 members are added");
        console.button("Edit the two-factor phone number of anna").click();
        page.getByLabel("Two-factor phone number", new Page.GetByLabelOptions().setExact(true))
                .fill(number);
        console.button("Save").click();
        console.awaitDone("Codes for anna go to this number");

        try (Chromium browser = Chromium.open()) {
            browser.signIn(REALM, anna);
            browser.page().fill("#code", VONAGE.awaitCode(number));
            browser.page().click("#kc-login");
            browser.awaitArrival();
        }
        System.out.printf(
                "A data room with two members, a number and a login: %d s%n",
                Duration.between(start, Instant.now()).toSeconds());
    }

    @Test
    @DisplayName(
            "X14 lets an administrator create a room with the rule, add a member with a number and change the policy "
                    + "by keyboard alone")
    void keyboard() {
        TestUser kim = REALM.addUser("kim");
        Keyboard keyboard = new Keyboard(page);

        keyboard.press(page.locator("#nav-item-two-factor"));
        keyboard.press(page.getByTestId("twoFactorTab-data-rooms"));
        keyboard.press(page.getByTestId("twoFactorCreateRoom").first());
        keyboard.type(page.locator("#twoFactor-name"), "Kestrel");
        keyboard.press(page.getByLabel("Enable enforced two-factor authentication"), "Space");
        keyboard.press(page.getByTestId("twoFactorConfirm"));
        console.awaitSaid("Kestrel is created");

        keyboard.press(page.getByTestId("twoFactorAddMembers"));
        keyboard.type(page.getByLabel("Search users").first(), kim.name());
        keyboard.press(page.getByLabel(kim.name()).first(), "Space");
        keyboard.press(page.getByTestId("twoFactorConfirm"));
        console.awaitSaid("1 member is added");

        keyboard.press(console.button("Edit the two-factor phone number of kim"));
        assertThat(page.locator("input[type=tel]")).isFocused();
        keyboard.type(number);
        keyboard.press("Enter");
        console.awaitSaid("Codes for kim");

        keyboard.press(page.locator("#nav-item-two-factor"));
        keyboard.press(page.locator("#twoFactor-enforcement-off"), "ArrowDown");
        assertThat(page.locator("#twoFactor-enforcement-optional")).isChecked();
        keyboard.press(page.getByTestId("twoFactorSave"));
        keyboard.press(page.getByTestId("twoFactorConfirm"));
        console.awaitSaid("The policy is saved");

        assertEquals(0, keyboard.mousePresses());
        io.strongroom.testrealm.harness.Page code =
                REALM.signIn(new Browser(), kim).page();
        assertEquals("login-strongroom-code", code.id());
        code.submit("code", VONAGE.awaitCode(number)).signedIn();
    }
}
