package io.strongroom.testrealm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import io.strongroom.testrealm.harness.AdminApi;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What an administrator does in the console is what users meet at login")
class ConsoleStoriesIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String SECRET = "a secret of twenty b";

    private static TestRealm realm;
    private static TestUser admin;
    private static AuthenticatorApp app;
    private static AdminConsole console;
    private static Page page;
    private static JsonNode profile;

    private final String number = PhoneNumbers.next();

    /** One tenant and one login to its console for all stories. */
    @BeforeAll
    static void open() {
        realm = AdminConsole.realm("story", Map.of());
        profile = realm.admin().get(realm.path("/users/profile"));
        admin = AdminConsole.administrator(realm, "admin", spec -> spec.app(SECRET), "realm-admin");
        app = AuthenticatorApp.ofStored(SECRET);
        console = AdminConsole.open(realm, AdminConsole.window());
        page = console.page();
        console.signIn(admin);
        // Where no policy is, Keycloak itself asks for the app of who has one.
        page.fill("#otp", app.code());
        page.click("#kc-login");
        console.awaitNavigation();
    }

    @AfterAll
    static void close() {
        console.close();
    }

    /** Nobody but the administrator, no data room, no rule. */
    @BeforeEach
    void clean() {
        AdminApi.of(realm)
                .put("/policy", Map.of("backupCodes", 0, "sms", Map.of("perAddressPerHour", 1000)))
                .expect(200);
        realm.admin().put(realm.path("/users/profile"), profile);
        for (JsonNode user : realm.admin().get(realm.path("/users?max=100"))) {
            if (!admin.id().equals(user.path("id").asText())) {
                realm.admin().delete(realm.path("/users/" + user.path("id").asText()));
            }
        }
        for (JsonNode group : realm.admin().get(realm.path("/groups?max=100"))) {
            realm.admin().delete(realm.path("/groups/" + group.path("id").asText()));
        }
        console.settle();
    }

    private static String pageAtLogin(TestUser user) {
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

    @Test
    @DisplayName(
            "D3 D7 a data room is made with the rule ticked, a member added and given a number: they are asked for its code")
    void newRoom() {
        TestUser anna = realm.addUser("anna");
        createRoom("Falcon", true);
        addMember("anna", "Members");
        setNumber("anna", number);
        console.awaitDone("Codes for anna");

        code(anna).submit("code", VONAGE.awaitCode(number)).signedIn();
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
        console.awaitDone("is saved");
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
        assertEquals("login-strongroom-code", pageAtLogin(anna));
        realm.signIn(new Browser(), ben).signedIn();
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
        code(withPassword("newcomer")).submit("code", VONAGE.awaitCode(later)).signedIn();
    }

    private static TestUser withPassword(String name) {
        String id = realm.admin()
                .get(realm.path("/users?exact=true&username=" + name))
                .path(0)
                .path("id")
                .asText();
        TestUser user = new TestUser(id, name, "correct horse");
        realm.admin()
                .put(
                        realm.path("/users/" + id + "/reset-password"),
                        Map.of("type", "password", "value", user.password(), "temporary", false));
        return user;
    }

    /** The page that asks for a code. */
    private static io.strongroom.testrealm.harness.Page code(TestUser user) {
        io.strongroom.testrealm.harness.Page asked =
                realm.signIn(new Browser(), user).page();
        assertEquals("login-strongroom-code", asked.id());
        return asked;
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
        assertEquals("login-strongroom-code", pageAtLogin(anna));
        assertEquals("login-strongroom-phone", pageAtLogin(ben));
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
