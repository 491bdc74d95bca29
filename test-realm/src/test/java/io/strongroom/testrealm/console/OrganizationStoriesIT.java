package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.FineGrained;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("X15 Console changes to organizations take effect at login")
class OrganizationStoriesIT {
    private static final TestRealm REALM = OrganizationContent.emptyRealm("orgstories");
    private static final AdminApi API = AdminApi.of(REALM);

    private static final String CONTENT = "main form, main table, main .pf-v5-c-alert, main .pf-v5-c-empty-state";

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole(REALM);

    private final AdminConsole console = OPEN.console();
    private final Page page = console.page();

    @BeforeAll
    static void policy() {
        API.put("/policy", Map.of("enforcement", "optional", "backupCodes", 0, "maxAgeMinutes", 60))
                .expect(200);
    }

    @Test
    @DisplayName(
            "the owner of the realm sets an organization's policy after a dry run, and gives a setting back to the "
                    + "realm")
    void policyOfOrganization() {
        TestOrganization acme = TestOrganization.create(REALM, "acme");
        TestUser ben = acme.add(REALM.addUser("ben", spec -> spec.number(PhoneNumbers.next())));
        acme.add(REALM.addUser("carla", spec -> spec.app(ConsoleTenant.SECRET)));
        TestUser outsider = REALM.addUser("outsider");
        open(console, acme);
        assertThat(inheritance(page, "enforcement")).containsText("As in the realm");
        assertThat(page.getByLabel("For members who set it up")).isChecked();
        assertThat(page.getByLabel("Required of all members")).isDisabled();
        assertThat(page.locator("#twoFactor-maxAgeMinutes")).hasValue("60");

        toggle(page, "enforcement");
        page.getByLabel("Required of all members").check();
        toggle(page, "methods");
        page.getByLabel("Authenticator app (TOTP)").uncheck();
        page.getByTestId("twoFactorSave").click();
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("This organization has 2 members");
        assertThat(page.getByTestId("twoFactor-asked")).hasText("1");
        assertThat(page.getByTestId("twoFactor-mustEnrol")).hasText("1");
        console.chromium().assertAccessible(".pf-v5-c-modal-box");
        console.chromium().screenshot("console-organization-dry-run");
        console.confirm();
        console.awaitDone("The policy is saved");

        JsonNode saved = policyOf(acme);
        assertEquals("required", saved.path("enforcement").asText());
        assertEquals("[\"sms\"]", saved.path("methods").toString());
        assertEquals(60, saved.at("/effective/maxAgeMinutes").asInt());
        assertEquals(false, saved.hasNonNull("maxAgeMinutes"), saved::toString);
        assertEquals("login-strongroom-code", signIn(ben).page().id());
        signIn(outsider).signedIn();

        assertThat(inheritance(page, "methods")).containsText("Set by this organization");
        toggle(page, "methods");
        assertThat(page.getByLabel("Authenticator app (TOTP)")).isChecked();
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");
        assertFalse(policyOf(acme).hasNonNull("methods"));
    }

    @Test
    @DisplayName("a field that was opened but left empty stays the realm's, and a refused value keeps the others")
    void fields() {
        TestOrganization acme = TestOrganization.create(REALM, "fields");
        open(console, acme);
        toggle(page, "graceUntil");
        assertThat(page.getByTestId("twoFactorSave")).isDisabled();
        toggle(page, "rememberBrowserDays");
        page.fill("#twoFactor-rememberBrowserDays", "500");
        toggle(page, "graceDays");
        page.fill("#twoFactor-graceDays", "7");
        page.getByTestId("twoFactorSave").click();
        assertThat(page.locator("#twoFactor-rememberBrowserDays-help")).containsText("from 0 to 90");
        page.locator("#nav-item-clients").click();
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("Leave without saving?");
        console.button("Stay").click();

        toggle(page, "rememberBrowserDays");
        console.saveAndConfirm();
        console.awaitDone("The policy is saved");
        JsonNode saved = policyOf(acme);
        assertEquals(7, saved.path("graceDays").asInt());
        assertFalse(saved.hasNonNull("graceUntil") || saved.hasNonNull("rememberBrowserDays"), saved::toString);
    }

    @Test
    @DisplayName("a policy that somebody else has changed meanwhile is not overwritten")
    void conflict() {
        TestOrganization acme = TestOrganization.create(REALM, "conflict");
        open(console, acme);
        toggle(page, "graceDays");
        page.fill("#twoFactor-graceDays", "7");
        API.put(path(acme), Map.of("graceDays", 3)).expect(200);

        console.saveAndConfirm();
        assertThat(page.locator("main .pf-v5-c-alert")).containsText("Somebody else has changed the policy");
        assertThat(page.locator("#twoFactor-graceDays")).hasValue("7");
        console.button("Discard my changes and load the current policy").click();
        assertThat(page.locator("#twoFactor-graceDays")).hasValue("3");
        assertThat(inheritance(page, "graceDays")).containsText("Set by this organization");
    }

    @Test
    @DisplayName("T7 the members with the owners' role are named if they have no factor, and the policy is not saved")
    void owners() {
        TestOrganization acme = TestOrganization.create(REALM, "owned");
        acme.add(REALM.addUser("olga", spec -> spec.role("acme-owner")));
        API.put(path(acme), Map.of("ownerRole", "acme-owner")).expect(200);
        open(console, acme);
        toggle(page, "enforcement");
        page.getByLabel("Required of all members").check();
        page.getByTestId("twoFactorSave").click();

        Locator missing = page.locator(".pf-v5-c-modal-box .pf-v5-c-alert");
        assertThat(missing.getByRole(AriaRole.LINK)).hasText(new String[] {"olga"});
        assertThat(page.getByTestId("twoFactorConfirm")).isDisabled();
        console.button("Back").click();
        console.button("Revert").click();
    }

    @Test
    @DisplayName("a member is added to a data room of the organization, asked at the next login, and removed again")
    void room() {
        TestOrganization acme = TestOrganization.create(REALM, "rooms");
        TestUser rita = acme.add(REALM.addUser("rita", spec -> spec.number(PhoneNumbers.next())));
        console.open(OrganizationContent.page(acme, "data-rooms"));
        page.getByTestId("twoFactorCreateRoom").first().click();
        page.fill("#twoFactor-name", "Eagle");
        page.getByLabel("Enable enforced two-factor authentication").check();
        console.confirm();
        console.awaitDone("The data room Eagle is created");
        assertThat(page.locator("main h1")).hasText("Eagle");
        page.getByTestId("twoFactorAddMembers").click();
        page.getByLabel("rita").check();
        console.confirm();
        console.awaitDone("1 member is added");
        assertThat(console.row("rita")).containsText("SMS");
        assertEquals("login-strongroom-code", signIn(rita).page().id());

        console.choose("rita", "Remove from data room");
        console.confirm();
        console.awaitDone("rita is no longer a member");
        assertThat(console.row("rita")).hasCount(0);
        page.locator("main nav.pf-v5-c-breadcrumb a").last().click();
        assertThat(console.row("Eagle")).isVisible();
    }

    @Test
    @DisplayName(
            "O1 the administrator of one organization opens only that one, sets its rule and sees its members, and "
                    + "nothing of the others")
    void administratorOfOne() {
        TestOrganization own = TestOrganization.create(REALM, "own");
        TestOrganization other = TestOrganization.create(REALM, "foreign", Map.of("twoFactor.enforcement", "required"));
        TestUser member = own.add(REALM.addUser("member", spec -> spec.number(PhoneNumbers.next())));
        other.add(REALM.addUser("stranger"));
        TestUser manager = AdminConsole.administrator(REALM, "manager", "query-organizations", "query-users");
        new FineGrained(REALM)
                .permit(manager, "Organizations", List.of(own.id()), "view", "manage")
                .permit(manager, "Users", List.of(member.id()), "view");

        try (AdminConsole console = AdminConsole.as(REALM, manager)) {
            Page page = console.page();
            List<String> refused = new ArrayList<>();
            page.onResponse(response -> {
                if (response.status() == 403 && response.url().contains("/two-factor/")) {
                    refused.add(response.request().method() + " " + response.url());
                }
            });
            console.openTab("organizations");
            assertThat(page.locator("[data-testid^=twoFactorTab-]")).hasText(new String[] {"Users", "Organizations"});
            assertThat(page.locator("tbody tr")).hasCount(1);
            console.chromium().screenshot("console-organizations-of-one");
            console.row("own").locator("a").click();

            toggle(page, "enforcement");
            page.getByLabel("Required of all members").check();
            page.getByTestId("twoFactorSave").click();
            assertThat(page.getByTestId("twoFactor-asked")).hasText("1");
            console.confirm();
            console.awaitDone("The policy is saved");
            assertEquals("login-strongroom-code", signIn(member).page().id());

            for (String tab : List.of("users", "data-rooms", "messages", "report", "health")) {
                openTab(page, tab);
                console.chromium().screenshot("console-organization-of-one-" + tab);
                assertThat(page.locator("main")).not().containsText("stranger");
                assertThat(page.locator("main")).not().containsText("foreign");
            }
            openTab(page, "report");
            assertEquals(
                    "two-factor-own.csv",
                    page.waitForDownload(() -> console.button("Download CSV").click())
                            .suggestedFilename());
            openTab(page, "users");
            assertThat(console.row("member")).isVisible();
            assertThat(console.row("member").locator("button")).hasCount(0);
            console.row("member").locator("a").click();
            assertThat(page.locator("main h1")).hasText("member");
            assertThat(page.getByTestId("twoFactorStatus")).isVisible();
            assertEquals(List.of(), refused);

            console.open("/organizations/" + own.id() + "/settings");
            assertThat(page.locator("#twoFactor-graceDays")).isVisible();
            console.open(OrganizationContent.page(other, "policy"));
            assertThat(page.locator("main .pf-v5-c-alert.pf-m-danger")).isVisible();
            assertThat(page.locator("main")).not().containsText("foreign");
            assertThat(page.locator("#twoFactor-graceDays")).hasCount(0);
        }
    }

    @Test
    @DisplayName("O1 an administrator who may only view organizations reads the policy, and is offered no change")
    void viewer() {
        TestOrganization acme = TestOrganization.create(REALM, "viewed", Map.of("twoFactor.graceDays", "many"));
        TestUser viewer = AdminConsole.administrator(REALM, "viewer", "view-organizations");
        try (AdminConsole console = AdminConsole.as(REALM, viewer)) {
            Page page = console.page();
            console.open("/organizations/" + acme.id() + "/settings");
            page.getByTestId("twoFactorOrganizationTab").click();
            assertThat(page.locator("#twoFactor-graceDays")).isDisabled();
            for (String tab : List.of("policy", "data-rooms", "messages", "health")) {
                openTab(page, tab);
                for (String change : List.of("twoFactorSave", "twoFactorCreateRoom")) {
                    assertThat(page.getByTestId(change)).hasCount(0);
                }
                assertThat(console.button("Fix")).hasCount(0);
                assertThat(page.locator(".strongroom-inheritance button")).hasCount(0);
            }
            for (String hidden : List.of("users", "report")) {
                assertThat(page.getByTestId("twoFactorTab-" + hidden)).hasCount(0);
            }
        }
    }

    /** Opens the policy of an organization. */
    private static void open(AdminConsole console, TestOrganization organization) {
        console.open(OrganizationContent.page(organization, "policy"));
        assertThat(console.page().locator("main h1")).hasText(organization.name());
        assertThat(console.page().locator("#twoFactor-graceDays")).isVisible();
    }

    /** Opens a page within an organization's tab, and waits for its content. */
    private static void openTab(Page page, String tab) {
        Locator link = page.getByTestId("twoFactorTab-" + tab);
        link.click();
        assertThat(link).hasAttribute("aria-current", "page");
        assertThat(page.locator(CONTENT).first()).isVisible();
        assertThat(page.locator("main .pf-v5-c-spinner")).hasCount(0);
    }

    private static Locator inheritance(Page page, String field) {
        return page.getByTestId("twoFactor-" + field + "-inheritance");
    }

    /** Makes a field the organization's own, or gives it back to the realm. */
    private static void toggle(Page page, String field) {
        inheritance(page, field).locator("button").click();
    }

    private static String path(TestOrganization organization) {
        return "/organizations/" + organization.id() + "/policy";
    }

    private static JsonNode policyOf(TestOrganization organization) {
        return API.get(path(organization)).expect(200).body();
    }

    /** Enters the name and then the password, as realms with organizations ask for them. */
    private static Landing signIn(TestUser user) {
        return new Browser()
                .open(REALM.app().authorize())
                .page()
                .submit("username", user.name())
                .page()
                .submit("password", user.password());
    }
}
