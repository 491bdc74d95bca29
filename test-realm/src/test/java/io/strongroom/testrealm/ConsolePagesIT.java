package io.strongroom.testrealm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.Layout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The pages of the admin console")
class ConsolePagesIT {
    /** What the stock console's own address loads, above which ours may not be by more than a tenth. */
    private static final double MOST = 1.1;

    private static final TestRealm REALM = AdminConsole.realm("console", Map.of());
    private static final TestUser ADMIN = AdminConsole.administrator(REALM, "admin", "realm-admin");

    private static TestGroup room;
    private static TestUser anna;

    @BeforeAll
    static void content() {
        room = REALM.addGroup("Falcon", Map.of("dataRoom", "true"));
        REALM.setAttribute(room, "twoFactor.enforced", "true");
        TestGroup bidders = REALM.addGroup(room, "Bidders", Map.of());
        TestGroup runners = REALM.addGroup(room, "Administrators", Map.of("dataRoom.administrators", "true"));
        anna = REALM.addUser(
                "anna",
                spec -> spec.memberOf(bidders)
                        .numberFor(room, PhoneNumbers.next())
                        .app("a secret of twenty b"));
        REALM.addUser("ben", spec -> spec.memberOf(bidders));
        REALM.addUser("carla", spec -> spec.memberOf(runners));
        REALM.addUser("dora", spec -> spec.number(PhoneNumbers.next()));
    }

    @Test
    @DisplayName("every entry of the stock navigation is there, and opens a page without an error")
    void stockPages() {
        try (AdminConsole console = AdminConsole.as(REALM, ADMIN)) {
            List<String> errors = new ArrayList<>();
            console.page().onPageError(errors::add);
            List<String> entries = new ArrayList<>();
            for (Locator entry : console.page().locator("#page-sidebar a").all()) {
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
                console.page().locator("#nav-item-" + entry).click();
                assertThat(console.page()
                                .locator("main h1, main .pf-v5-c-title")
                                .first())
                        .isVisible();
                assertThat(console.page().locator("main .pf-v5-c-alert.pf-m-danger"))
                        .hasCount(0);
            }
            assertEquals(List.of(), errors);
        }
    }

    @Test
    @DisplayName("the first load is at most a tenth above the stock console's, and none of our pages is in it")
    void firstLoad() {
        TestRealm stock = TestRealm.create("stock");
        TestUser admin = AdminConsole.administrator(stock, "admin", "realm-admin");

        Set<String> files = new HashSet<>();
        long ours = load(REALM, ADMIN, files);
        long theirs = load(stock, admin, new HashSet<>());

        assertTrue(ours <= theirs * MOST, "ours " + ours + " bytes, the stock console's " + theirs);
        assertTrue(files.stream().noneMatch(file -> file.contains("TwoFactorSection")), files::toString);
    }

    /** Bytes of the files of the console's theme that its users list takes, as they go over the wire. */
    private static long load(TestRealm realm, TestUser admin, Set<String> files) {
        try (AdminConsole console = AdminConsole.open(realm, AdminConsole.window())) {
            List<Response> responses = new ArrayList<>();
            console.page().onResponse(responses::add);
            console.page().reload();
            console.signIn(admin);
            console.awaitNavigation();
            console.page().waitForLoadState(LoadState.NETWORKIDLE);
            long sum = 0;
            for (Response response : responses) {
                if (response.url().contains("/resources/")
                        && response.url().contains("/admin/")
                        && files.add(response.url())) {
                    sum += response.request().sizes().responseBodySize;
                }
            }
            return sum;
        }
    }

    @ParameterizedTest(name = "are accessible and have their pictures, {0}")
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void pictures(ColorScheme scheme) {
        String suffix = scheme == ColorScheme.DARK ? "-dark" : "";
        try (AdminConsole console =
                AdminConsole.as(REALM, ADMIN, AdminConsole.window().setColorScheme(scheme))) {
            picture(console, "/two-factor/policy", "#twoFactor-graceDays", "policy" + suffix);
            picture(console, "/two-factor/data-rooms", "tbody tr", "data-rooms" + suffix);
            picture(console, "/two-factor/data-rooms/" + room.id(), "tbody tr", "data-room" + suffix);
            picture(console, "/two-factor/users", "tbody tr", "users" + suffix);
            picture(console, "/two-factor/messages", "[data-testid=twoFactorPreview]", "messages" + suffix);
            picture(console, "/two-factor/report", "tbody tr", "report" + suffix);
            picture(console, "/two-factor/health", "main .pf-v5-c-alert", "health" + suffix);
            picture(console, "/users/" + anna.id() + "/two-factor", "tbody tr", "user" + suffix);
        }
    }

    private static void picture(AdminConsole console, String path, String awaited, String name) {
        console.open(path);
        console.page().locator(awaited).first().waitFor();
        console.chromium().assertAccessible("main");
        Path picture = console.chromium().screenshot("console-" + name);
        if ("write".equals(System.getProperty("pictures"))) {
            copyToDocs(picture);
        }
    }

    private static void copyToDocs(Path picture) {
        Path images = Layout.target().resolve("../../docs/images").normalize();
        try {
            Files.copy(picture, images.resolve(picture.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("can be used at 375 pixels: nothing is wider than the window, and the navigation opens by its button")
    void narrow() {
        try (AdminConsole console =
                AdminConsole.as(REALM, ADMIN, AdminConsole.window().setViewportSize(375, 800))) {
            for (String tab : List.of("policy", "data-rooms", "users", "messages", "report", "health")) {
                console.open("/two-factor/" + tab);
                assertThat(console.page().locator("nav.pf-v5-c-tabs [aria-current=page]"))
                        .hasAttribute("data-testid", "twoFactorTab-" + tab);
                assertThat(console.page().locator("main .pf-v5-c-spinner")).hasCount(0);
                assertEquals(
                        375,
                        (int) console.page().evaluate("document.querySelector('main').scrollWidth"),
                        tab + " scrolls sideways");
            }
            assertThat(console.page().locator("#nav-item-two-factor")).not().isInViewport();
            console.page().locator("#nav-toggle").click();
            assertThat(console.page().locator("#nav-item-two-factor")).isInViewport();
        }
    }

    @Test
    @DisplayName("the stock user page has our tab; it leads to ours, and back")
    void userTab() {
        try (AdminConsole console = AdminConsole.as(REALM, ADMIN)) {
            Page page = console.page();
            console.open("/users/" + anna.id() + "/settings");
            page.getByTestId("twoFactorUserTab").click();

            assertThat(page.locator("tbody tr")).hasCount(2);
            assertThat(page.getByTestId("twoFactorStatus")).containsText("authenticator app");
            page.locator("nav.pf-v5-c-tabs a[href$='/credentials']").click();
            assertThat(page.getByTestId("twoFactorUserTab")).isVisible();
        }
    }

    @Test
    @DisplayName(
            "changes that are not saved are asked about before they are lost; a refused save loses none, and says at the field what is wrong")
    void unsaved() {
        try (AdminConsole console = AdminConsole.as(REALM, ADMIN)) {
            Page page = console.page();
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
    }

    @Test
    @DisplayName(
            "O1 who may manage users but not the realm sees no policy, messages and health; who may do nothing there is told")
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
    @DisplayName("are in German for who reads German, down to the server's refusals")
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
