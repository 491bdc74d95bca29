package io.strongroom.testrealm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an administrator does in the console is what users meet at login")
class ConsoleStoriesIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String SECRET = "a secret of twenty b";

    private final TestRealm realm = AdminConsole.realm("story", Map.of());
    private final TestUser admin = AdminConsole.administrator(realm, "admin", spec -> spec.app(SECRET), "realm-admin");
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(SECRET);
    private final AdminConsole console = AdminConsole.open(realm, AdminConsole.window());
    private final Page page = console.page();
    private final String number = PhoneNumbers.next();

    /** Where no policy is, Keycloak itself asks for the app of who has one. */
    @BeforeEach
    void signIn() {
        console.signIn(admin);
        page.fill("#otp", app.code());
        page.click("#kc-login");
        console.awaitNavigation();
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String pageAtLogin(TestUser user) {
        return realm.signIn(new Browser(), user).page().id();
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
    }

    private void addMember(String user, String group) {
        page.getByTestId("twoFactorAddMembers").click();
        page.locator("#twoFactorGroup").selectOption(new SelectOption().setLabel(group));
        page.getByLabel(user).first().check();
        console.confirm();
        assertThat(console.row(user)).isVisible();
    }

    private void setNumber(String user, String phoneNumber) {
        console.row(user)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit the two-factor phone number"))
                .click();
        page.locator("input[type=tel]").fill(phoneNumber);
        page.locator("input[type=tel]").press("Enter");
    }

    @Test
    @DisplayName(
            "D3 D7 a data room is made with the rule ticked, a member added and given a number: they are asked for its code")
    void newRoom() {
        TestUser anna = realm.addUser("anna");
        createRoom("Falcon", true);
        addMember("anna", "Members");
        setNumber("anna", number);
        console.awaitDone("Codes for anna");

        io.strongroom.testrealm.harness.Page code =
                realm.signIn(new Browser(), anna).page();
        assertEquals("login-strongroom-code", code.id());
        code.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName(
            "D4 the rule is ticked on an existing data room and saved, and asked at the next login; unticked, it is not")
    void existingRoom() {
        TestUser anna = realm.addUser("anna");
        createRoom("Eagle", false);
        addMember("anna", "Members");
        realm.signIn(new Browser(), anna).signedIn();

        tick(true);
        assertEquals("login-strongroom-phone", pageAtLogin(anna));

        tick(false);
        realm.signIn(new Browser(), anna).signedIn();
    }

    private void tick(boolean enforced) {
        page.getByTestId("twoFactorEditRoom").click();
        page.getByLabel("Enable enforced two-factor authentication").setChecked(enforced);
        console.confirm();
        assertThat(page.getByTestId("twoFactorRoomRule")).containsText(enforced ? "Members are asked" : "asks nobody");
    }

    @Test
    @DisplayName("D5 the page says that administrators are not asked, offers no number for them, and they are not")
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
        realm.signIn(new Browser(), carla).signedIn();
    }

    @Test
    @DisplayName(
            "D8 D9 D10 a number that is none, or takes no messages, is refused with the reason; an empty one removes it once confirmed")
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
        assertEquals("login-strongroom-code", pageAtLogin(anna));

        setNumber("anna", "");
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("no two-factor for Kite");
        console.confirm();
        console.awaitDone("is removed");
        assertEquals("login-strongroom-phone", pageAtLogin(anna));
    }

    @Test
    @DisplayName("C1 X8 the strategy is chosen, tried and saved: only it is asked for")
    void strategy() {
        TestUser both = realm.addUser("both", spec -> spec.number(number).app(SECRET));
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
        code.submit("code", AuthenticatorApp.ofStored(SECRET).code()).signedIn();
    }

    @Test
    @DisplayName(
            "C3 the users list has a key where two-factor is on; pointing at it, or reading it aloud, names the strategy")
    void statusColumn() {
        realm.addUser("anna", spec -> spec.number(number));
        realm.addUser("ben");
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
    }

    @Test
    @DisplayName("C4 while text messages are the strategy, the console refuses to add a user without a number")
    void newUser() {
        realm.setAttribute("twoFactor.ownerRole", "nobody");
        realm.grantRole(realm.addUser("owner", spec -> spec.number(number)), "nobody");
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        page.getByLabel("Text message only (SMS)").check();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");

        console.open("/users/add-user");
        page.locator("#username").fill("nonumber");
        page.getByTestId("user-creation-save").click();

        assertThat(page.locator("main")).containsText("phone number");
        assertThat(page.locator("#username")).hasValue("nonumber");
        String later = PhoneNumbers.next();
        page.locator("[name='attributes.phoneNumber']").fill(later);
        page.getByTestId("user-creation-save").click();
        assertThat(page.locator(".kc-username-view-header")).containsText("nonumber");
    }

    @Test
    @DisplayName("C7 one user is enabled by a tick on their page: they are asked, others are not")
    void oneUser() {
        TestUser anna = realm.addUser("anna");
        TestUser ben = realm.addUser("ben");
        realm.setAttribute("twoFactor.enforcement", "optional");
        realm.signIn(new Browser(), anna).signedIn();

        console.open("/users/" + anna.id() + "/two-factor");
        page.getByLabel("Enable two-factor authentication").check();
        page.getByTestId("twoFactorSave").click();
        console.awaitDone("is enabled for anna");

        assertTrue(realm.signIn(new Browser(), anna).page().id().startsWith("login-"));
        realm.signIn(new Browser(), ben).signedIn();
    }

    @Test
    @DisplayName("C12 the TOTP secret is revoked after a question: the user sets up anew at the next login")
    void revoke() {
        realm.setAttribute("twoFactor.methods", "totp");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser("anna", spec -> spec.app(SECRET));
        assertEquals("login-strongroom-totp", pageAtLogin(anna));

        console.openTab("users");
        console.choose("anna", "Revoke TOTP secret");
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("anna gives no valid codes");
        console.confirm();
        console.awaitDone("TOTP secret of anna is revoked");

        assertTrue(realm.signIn(new Browser(), anna).page().has("#kc-totp-secret-qr-code"));
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
    @DisplayName("T8 a user who lost phone and codes is reset: they set up anew at the next login")
    void reset() {
        realm.setAttribute("twoFactor.methods", "sms");
        realm.setAttribute("twoFactor.enforcement", "required");
        TestUser anna = realm.addUser("anna", spec -> spec.number(number));
        assertEquals("login-strongroom-code", pageAtLogin(anna));

        console.open("/users/" + anna.id() + "/two-factor");
        page.getByTestId("twoFactorReset").click();
        console.confirm();
        console.awaitDone("two-factor of anna is reset");

        assertEquals("login-strongroom-phone", pageAtLogin(anna));
    }

    @Test
    @DisplayName("O1 O2 switched on, the administrator included is asked at the next login to the console")
    void toggle() {
        console.openTab("policy");
        page.getByLabel("Required of everybody").check();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");

        try (AdminConsole again = AdminConsole.open(realm, AdminConsole.window())) {
            again.signIn(admin);
            again.page().fill("#code", app.code());
            again.page().click("#kc-login");
            again.awaitNavigation();
            assertThat(again.page().locator("#nav-item-two-factor")).isVisible();
        }
    }

    @Test
    @DisplayName("X8 the report counts who has what, and gives it as CSV")
    void report() {
        realm.addUser("anna", spec -> spec.number(number));
        console.openTab("report");

        assertThat(page.getByTestId("twoFactorCount-sms")).containsText("1");
        assertThat(page.getByTestId("twoFactorCount-totp")).containsText("1");
        String file = page.waitForDownload(() -> console.button("Download CSV").click())
                .suggestedFilename();
        assertEquals("two-factor.csv", file);
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
        realm.signIn(new Browser(), realm.addUser("ben")).signedIn();
    }
}
