package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.strongroom.testrealm.harness.TestUser;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("Console changes to data rooms take effect at login")
class ConsoleRoomStoriesIT extends ConsoleTestBase {
    @RegisterExtension
    static final ConsoleTenant TENANT = new ConsoleTenant();

    ConsoleRoomStoriesIT() {
        super(TENANT);
    }

    @Test
    @DisplayName(
            "D3 D7 members of a data room that is created with the rule ticked are asked for the code sent to their "
                    + "number")
    void newRoom() {
        TestUser anna = realm.addUser("anna");
        createRoom("Falcon", true);
        addMember("anna", "Members");
        setNumber("anna", number);
        console.awaitDone("Codes for anna");

        TENANT.codePage(anna).submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName(
            "D4 members of an existing data room are asked at the next login once the rule is ticked, and no longer "
                    + "once it is unticked")
    void existingRoom() {
        TestUser anna = realm.addUser("anna");
        createRoom("Eagle", false);
        addMember("anna", "Members");
        TENANT.assertNotAsked(anna);

        tick(true);
        assertEquals("login-strongroom-phone", TENANT.pageAtLogin(anna));

        tick(false);
        TENANT.assertNotAsked(anna);
    }

    @Test
    @DisplayName("D5 the page says that administrators are not asked and offers no number for them, and they are not "
            + "asked")
    void administrators() {
        TestUser carla = realm.addUser("carla");
        createRoom("Osprey", true);
        addMember("carla", "Administrators (Administrators are not asked)");

        assertThat(console.row("carla")).containsText("Administrators are not asked");
        assertThat(console.row("carla")
                        .getByRole(
                                AriaRole.BUTTON,
                                new Locator.GetByRoleOptions().setName("Edit the two-factor phone number")))
                .hasCount(0);
        TENANT.assertNotAsked(carla);
    }

    @Test
    @DisplayName("D8 D9 D10 an invalid number, or one that can't receive messages, is refused with the reason, and an "
            + "empty one removes it after confirmation")
    void numbers() {
        TestUser anna = realm.addUser("anna");
        createRoom("Kite", true);
        addMember("anna", "Members");

        setNumber("anna", "0701740605");
        Locator help = page.locator("[id$=-help]");
        assertThat(help).containsText("+46701740605");
        assertThat(page.locator("input[type=tel]")).hasValue("0701740605");
        page.locator("input[type=tel]").fill("+46812345678");
        page.locator("input[type=tel]").press("Enter");
        assertThat(help).containsText("text messages");
        page.locator("input[type=tel]").fill(number);
        page.locator("input[type=tel]").press("Enter");
        console.awaitDone("Codes for anna");
        assertEquals("login-strongroom-code", TENANT.pageAtLogin(anna));

        setNumber("anna", "");
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("has no second factor for Kite");
        console.confirm();
        console.awaitDone("is removed");
        assertEquals("login-strongroom-phone", TENANT.pageAtLogin(anna));
    }

    private void createRoom(String name, boolean enforced) {
        console.openTab("data-rooms");
        page.getByTestId("twoFactorCreateRoom").click();
        page.fill("#twoFactor-name", name);
        if (enforced) {
            page.getByLabel("Enable enforced two-factor authentication").check();
        }
        console.confirm();
        assertThat(page.locator("main h1")).hasText(name);
        console.awaitDone("The data room " + name + " is created");
    }

    private void addMember(String user, String group) {
        page.getByTestId("twoFactorAddMembers").click();
        page.locator("#twoFactorGroup").selectOption(new SelectOption().setLabel(group));
        page.getByLabel(user).first().check();
        console.confirm();
        console.awaitDone("1 member is added");
        assertThat(console.row(user)).isVisible();
    }

    private void setNumber(String user, String phoneNumber) {
        console.row(user)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit the two-factor phone number"))
                .click();
        page.locator("input[type=tel]").fill(phoneNumber);
        page.locator("input[type=tel]").press("Enter");
    }

    private void tick(boolean enforced) {
        page.getByTestId("twoFactorEditRoom").click();
        page.getByLabel("Enable enforced two-factor authentication").setChecked(enforced);
        console.confirm();
        console.awaitDone("is saved");
        assertThat(page.getByTestId("twoFactorRoomRule")).containsText(enforced ? "Members are asked" : "asks nobody");
    }
}
