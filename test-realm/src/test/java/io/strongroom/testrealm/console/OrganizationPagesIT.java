package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.DocumentedPictures;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("X15 The pages of organizations in the admin console")
class OrganizationPagesIT {
    private static final List<String> TABS = List.of("policy", "users", "data-rooms", "messages", "report", "health");

    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 900;

    private static final OrganizationContent CONTENT =
            OrganizationContent.of(OrganizationContent.emptyRealm("orgpages"));

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole(CONTENT.realm());

    private final AdminConsole console = OPEN.console();
    private final Page page = console.page();

    @ParameterizedTest(name = "are accessible and have their pictures: {0}")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void pictures(ColorScheme scheme) {
        String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(WIDTH, HEIGHT);
        show("/two-factor/organizations");
        assertEquals(
                true,
                page.evaluate("document.querySelector('main table').getBoundingClientRect().right <= innerWidth - 24"),
                "the table is wider than its section");
        DocumentedPictures.take(console.chromium(), "console-organizations" + suffix);
        for (String tab : TABS) {
            show(OrganizationContent.page(CONTENT.acme(), tab));
            if (tab.equals("policy")) {
                DocumentedPictures.take(console.chromium(), "console-organization-policy" + suffix);
            } else {
                console.chromium().screenshot("console-organization-" + tab + suffix);
            }
        }
    }

    private void show(String path) {
        console.open(path);
        assertThat(page.locator("nav.pf-v5-c-tabs [aria-current=page]").last())
                .hasAttribute("data-testid", "twoFactorTab-" + path.substring(path.lastIndexOf('/') + 1));
        assertThat(page.locator("main form, main table, main .pf-v5-c-alert, main .pf-v5-c-empty-state")
                        .first())
                .isVisible();
        assertThat(page.locator("main .pf-v5-c-spinner")).hasCount(0);
        console.chromium().assertAccessible("main");
    }

    @Test
    @DisplayName("can be used at 375 pixels, even with a long name: nothing is wider than the window")
    void narrow() {
        page.setViewportSize(375, 800);
        String longName = CONTENT.realm()
                .admin()
                .get(CONTENT.realm().path("/organizations?search=" + OrganizationContent.LONG_NAME))
                .path(0)
                .path("id")
                .asText();
        show("/two-factor/organizations");
        console.chromium().screenshot("console-organizations-narrow");
        assertNotWide("organizations");
        for (String tab : TABS) {
            show("/organizations/" + longName + "/two-factor/" + tab);
            console.chromium().screenshot("console-organization-" + tab + "-narrow");
            assertNotWide(tab);
        }
    }

    private void assertNotWide(String what) {
        assertEquals(
                375, (int) page.evaluate("document.querySelector('main').scrollWidth"), what + " scrolls sideways");
    }

    @Test
    @DisplayName("begin with a tab on the stock page, visible at 1280 pixels, that leads to the policy and back")
    void tab() {
        console.open("/organizations/" + CONTENT.acme().id() + "/settings");
        Locator tab = page.getByTestId("twoFactorOrganizationTab");
        assertThat(tab).isInViewport(WHOLE);
        console.chromium().screenshot("console-organization-stock");
        tab.click();

        assertThat(page.locator("main h1")).containsText("acme");
        assertThat(page.locator("#twoFactor-graceDays")).isVisible();
        assertThat(page.locator("nav.pf-v5-c-tabs [aria-current=page]")).hasText(new String[] {"Two-factor", "Policy"});
        page.locator("nav.pf-v5-c-tabs a[href$='/members']").click();
        assertThat(tab).isVisible();
    }

    @Test
    @DisplayName("list the organizations of the realm with their rules and members, and lead to their tabs")
    void list() {
        console.openTab("organizations");

        assertThat(console.row("acme")).containsText("Required");
        assertThat(console.row("acme")).not().containsText("As in the realm");
        assertThat(console.row("acme").locator("td").nth(3)).hasText("3");
        assertThat(console.row("umbrella")).containsText("As in the realm");
        page.locator("main input[type=text]").first().fill("umb");
        page.keyboard().press("Enter");
        assertThat(console.row("acme")).hasCount(0);
        console.row("umbrella").locator("a").click();
        assertThat(page.locator("main h1")).containsText("umbrella");
        assertThat(page.locator("#twoFactor-graceDays")).isDisabled();
    }

    @Test
    @DisplayName("name the organization of a user and of a data room in the realm's lists")
    void columns() {
        console.openTab("users");
        assertThat(console.row("anna").locator("td[data-label=Organization]")).hasText("acme");
        assertThat(console.row("admin").locator("td[data-label=Organization]")).hasText("–");
        console.chromium().assertAccessible("main");
        console.chromium().screenshot("console-users-organizations");
        console.openTab("data-rooms");

        assertThat(console.row("Falcon").locator("td[data-label=Organization]")).hasText("acme");
        console.row("Falcon").locator("td[data-label=Organization] a").click();
        assertThat(page.locator("main h1")).containsText("acme");
    }

    @Test
    @DisplayName("are in German for a German-speaking administrator, including the texts about organizations")
    void german() {
        TestUser greta = AdminConsole.administrator(
                CONTENT.realm(), "greta", spec -> spec.attribute("locale", "de"), "realm-admin");
        try (AdminConsole german =
                AdminConsole.as(CONTENT.realm(), greta, AdminConsole.window().setLocale("de"))) {
            german.open(OrganizationContent.page(CONTENT.acme(), "policy"));
            assertThat(german.page().locator("main")).containsText("Von allen Mitgliedern verlangt");
            assertThat(german.page().getByTestId("twoFactor-graceDays-inheritance"))
                    .containsText("Wie im Realm");
            german.open(OrganizationContent.page(CONTENT.acme(), "users"));
            assertThat(german.page().getByTestId("twoFactorTab-users")).hasText("Mitglieder");
            assertThat(german.row("anna")).isVisible();
        }
    }
}
