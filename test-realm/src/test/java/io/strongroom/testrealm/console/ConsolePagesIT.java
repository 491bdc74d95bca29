package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.DocumentedPictures;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The pages of the admin console")
class ConsolePagesIT {
    /** The stock console's load; ours may exceed it by a tenth at most. */
    private static final double MOST = 1.1;

    private static final LocatorAssertions.IsInViewportOptions WHOLE =
            new LocatorAssertions.IsInViewportOptions().setRatio(1);

    private static final TestRealm REALM = AdminConsole.realm("console", Map.of());
    private static final ConsoleContent CONTENT = ConsoleContent.of(REALM);

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    /** For pages with more content. */
    private static final int TALL = 1150;

    @RegisterExtension
    static final OpenConsole OPEN = new OpenConsole(REALM);

    private final AdminConsole console = OPEN.console();
    private final Page page = console.page();

    @Test
    @DisplayName("X3 X9 show the server's gateways, the daily budget used and the failures on the messages page")
    void messages() {
        REALM.signIn(new Browser(), CONTENT.anna()).page();
        console.openTab("messages");

        Locator gateway = page.locator("#twoFactor-sms-gateway");
        assertThat(gateway.locator("option").first()).hasText("The server's default: vonage-sms");
        List<String> others = gateway.locator("option").allTextContents();
        assertTrue(others.stream().anyMatch(other -> other.startsWith("vonage-messages")), others::toString);
        assertTrue(others.contains("webhook (not set up)"), others::toString);
        assertThat(page.locator("#twoFactorBudget")).containsText("1 of 10,000 (0 %)");
        Locator failure = page.getByTestId("twoFactorFailure");
        String number = CONTENT.failing();
        assertThat(failure).containsText("•••" + number.substring(number.length() - 2));
        assertThat(failure).not().containsText(number);
        assertThat(failure).containsText("vonage-sms");
    }

    @Test
    @DisplayName("leave every entry of the stock navigation in place, each opening without an error")
    void stockPages() {
        List<String> errors = new ArrayList<>();
        page.onPageError(errors::add);
        List<String> entries = new ArrayList<>();
        for (Locator entry : page.locator("#page-sidebar a").all()) {
            entries.add(entry.getAttribute("id").replace("nav-item-", ""));
        }
        assertEquals(
                List.of(
                        "clients",
                        "client-scopes",
                        "roles",
                        "users",
                        "groups",
                        "two-factor",
                        "sessions",
                        "events",
                        "realm-settings",
                        "authentication",
                        "identity-providers",
                        "user-federation",
                        "workflows"),
                entries);
        for (String entry : entries) {
            page.locator("#nav-item-" + entry).click();
            assertThat(page.locator("main h1, main .pf-v5-c-title").first()).isVisible();
            assertThat(page.locator("main .pf-v5-c-alert.pf-m-danger")).hasCount(0);
        }
        assertEquals(List.of(), errors);
    }

    @Test
    @DisplayName("add at most a tenth to the stock console's first load, which includes none of our pages")
    void firstLoad() {
        TestRealm stock = TestRealm.create("stock");
        TestUser admin = AdminConsole.administrator(stock, "admin", "realm-admin");

        ConsoleLoad ours = ConsoleLoad.of(REALM, OPEN.administrator());
        ConsoleLoad theirs = ConsoleLoad.of(stock, admin);

        assertTrue(
                ours.bytes() <= theirs.bytes() * MOST,
                "ours " + ours.bytes() + " bytes, the stock console's " + theirs.bytes());
        assertTrue(ours.files().stream().noneMatch(file -> file.contains("TwoFactorSection")), ours::toString);
    }

    @ParameterizedTest(name = "are accessible and have their pictures: {0}")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void pictures(ColorScheme scheme) {
        String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        picture("/two-factor/policy", "#twoFactor-graceDays", "policy" + suffix);
        picture("/two-factor/data-rooms", "tbody tr", "data-rooms" + suffix);
        picture("/two-factor/data-rooms/" + CONTENT.room().id(), "tbody tr", "data-room" + suffix);
        picture("/two-factor/users", "tbody tr", "users" + suffix);
        picture("/two-factor/messages", "[data-testid=twoFactorPreview]", "messages" + suffix, TALL);
        picture("/two-factor/report", "tbody tr", "report" + suffix, TALL);
        picture("/two-factor/health", "main .pf-v5-c-alert", "health" + suffix);
        picture("/users/" + CONTENT.anna().id() + "/two-factor", "tbody tr", "user" + suffix);
    }

    private void picture(String path, String awaited, String name) {
        picture(path, awaited, name, HEIGHT);
    }

    private void picture(String path, String awaited, String name, int height) {
        page.setViewportSize(WIDTH, height);
        console.open(path);
        page.locator(awaited).first().waitFor();
        assertThat(page.locator("main .pf-v5-c-spinner")).hasCount(0);
        console.chromium().assertAccessible("main");
        DocumentedPictures.take(console.chromium(), "console-" + name);
    }

    @Test
    @DisplayName("can be used at 375 pixels: nothing is wider than the window, and a button opens the navigation")
    void narrow() {
        page.setViewportSize(375, 800);
        for (String tab : List.of("policy", "data-rooms", "users", "messages", "report", "health")) {
            console.open("/two-factor/" + tab);
            assertThat(page.locator("nav.pf-v5-c-tabs [aria-current=page]"))
                    .hasAttribute("data-testid", "twoFactorTab-" + tab);
            assertThat(page.locator("main .pf-v5-c-spinner")).hasCount(0);
            assertEquals(
                    375, (int) page.evaluate("document.querySelector('main').scrollWidth"), tab + " scrolls sideways");
        }
        assertThat(page.locator("#nav-item-two-factor")).not().isInViewport();
        page.locator("#nav-toggle").click();
        assertThat(page.locator("#nav-item-two-factor")).isInViewport();
    }

    @Test
    @DisplayName("include a tab on the stock user page, visible at 1280 pixels, that leads to our page and back")
    void userTab() {
        console.open("/users/" + CONTENT.anna().id() + "/settings");
        assertThat(page.getByTestId("twoFactorUserTab")).isInViewport(WHOLE);
        page.getByTestId("twoFactorUserTab").click();

        assertThat(page.locator("nav.pf-v5-c-tabs [aria-current=page]")).isInViewport(WHOLE);
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("for Falcon");
        assertThat(page.getByTestId("twoFactorStatus")).containsText("authenticator app");
        page.locator("nav.pf-v5-c-tabs a[href$='/credentials']").click();
        assertThat(page.getByTestId("twoFactorUserTab")).isVisible();
    }

    @Test
    @DisplayName(
            "ask before leaving with unsaved changes, and keep them with the error at the field after a refused save")
    void unsaved() {
        console.openTab("policy");
        page.fill("#twoFactor-graceDays", "5000");
        page.fill("#twoFactor-backupCodes", "7");
        page.getByTestId("twoFactorSave").click();

        assertThat(page.locator("#twoFactor-graceDays-help")).containsText("from 0 to");
        assertThat(page.locator("#twoFactor-backupCodes")).hasValue("7");
        page.locator("#nav-item-clients").click();
        assertThat(page.locator(".pf-v5-c-modal-box")).containsText("Leave without saving?");
        console.button("Stay").click();
        assertThat(page.locator("#twoFactor-backupCodes")).hasValue("7");
        page.locator("#nav-item-clients").click();
        console.button("Leave").click();
        assertThat(page.locator("#twoFactor-backupCodes")).hasCount(0);
    }

    @Test
    @DisplayName(
            "O1 hide policy, messages and health from an administrator who may manage only users, and show a message "
                    + "to one without rights")
    void rights() {
        TestUser helper = AdminConsole.administrator(REALM, "helper", "manage-users", "view-users");
        TestUser viewer = AdminConsole.administrator(REALM, "viewer", "view-users");
        try (AdminConsole console = AdminConsole.as(REALM, helper)) {
            console.page().locator("#nav-item-two-factor").click();
            assertThat(console.page().getByTestId("twoFactorTab-users")).isVisible();
            for (String hidden : List.of("policy", "messages", "health")) {
                assertThat(console.page().getByTestId("twoFactorTab-" + hidden)).hasCount(0);
            }
        }
        try (AdminConsole console = AdminConsole.as(REALM, viewer)) {
            console.openTab("users");
            assertThat(console.row("anna")).isVisible();
            assertThat(console.row("anna").locator("button")).hasCount(0);
        }
    }

    @Test
    @DisplayName("are in German for a German-speaking administrator, including the server's errors")
    void german() {
        TestUser greta =
                AdminConsole.administrator(REALM, "greta", spec -> spec.attribute("locale", "de"), "realm-admin");
        try (AdminConsole console =
                AdminConsole.as(REALM, greta, AdminConsole.window().setLocale("de"))) {
            Page page = console.page();
            console.openTab("policy");
            assertThat(page.locator("h1")).hasText("Zwei-Faktor");
            page.fill("#twoFactor-backupCodes", "21");
            page.getByTestId("twoFactorSave").click();
            assertThat(page.locator("#twoFactor-backupCodes-help")).containsText("eine ganze Zahl von 0 bis 20");
        }
    }
}
