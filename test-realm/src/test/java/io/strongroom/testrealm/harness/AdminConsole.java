package io.strongroom.testrealm.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.strongroom.testrealm.server.KeycloakServer;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.keycloak.representations.idm.RealmRepresentation;

/** A realm's own admin console in Chromium, with the theme that ships, as one of its administrators. */
public final class AdminConsole implements AutoCloseable {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private final TestRealm realm;
    private final Chromium chromium;

    private AdminConsole(TestRealm realm, Chromium chromium) {
        this.realm = realm;
        this.chromium = chromium;
    }

    /** Creates a realm whose console has the theme. */
    public static TestRealm realm(String label, Map<String, String> attributes) {
        return realm(Harness.server(), label, attributes);
    }

    public static TestRealm realm(KeycloakServer server, String label, Map<String, String> attributes) {
        UnaryOperator<RealmRepresentation> change = realm -> {
            realm.setAdminTheme("strongroom");
            realm.getAttributes().putAll(attributes);
            return realm;
        };
        return TestRealm.create(server, label, change);
    }

    /** Creates a user with roles of {@code realm-management}, such as {@code realm-admin}. */
    public static TestUser administrator(TestRealm realm, String name, String... roles) {
        return administrator(realm, name, user -> user, roles);
    }

    public static TestUser administrator(
            TestRealm realm, String name, UnaryOperator<UserSpec> change, String... roles) {
        TestUser user = realm.addUser(name, change);
        for (String role : roles) {
            realm.grantRole(user, "realm-management", role);
        }
        return user;
    }

    public static Browser.NewContextOptions window() {
        return new Browser.NewContextOptions().setLocale("en").setViewportSize(WIDTH, HEIGHT);
    }

    /** Opens the login page of the console. */
    public static AdminConsole open(TestRealm realm, Browser.NewContextOptions options) {
        Chromium chromium = Chromium.open(options);
        chromium.page()
                .navigate(
                        realm.server().baseUrl() + "/admin/" + realm.name() + "/console/#/" + realm.name() + "/users");
        return new AdminConsole(realm, chromium);
    }

    /** Opens the console and signs in with a password alone. */
    public static AdminConsole as(TestRealm realm, TestUser administrator) {
        return as(realm, administrator, window());
    }

    public static AdminConsole as(TestRealm realm, TestUser administrator, Browser.NewContextOptions options) {
        AdminConsole console = open(realm, options);
        console.signIn(administrator);
        console.awaitNavigation();
        return console;
    }

    /** Resets the console: a window of the usual size, light theme, and no dialog open. */
    public void settle() {
        page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page().setViewportSize(WIDTH, HEIGHT);
        if (page().locator(".pf-v5-c-modal-box").count() > 0) {
            page().reload();
        }
        awaitNavigation();
    }

    public void signIn(TestUser user) {
        chromium.enterPassword(user);
    }

    public void awaitNavigation() {
        page().locator("#page-sidebar")
                .waitFor(new Locator.WaitForOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(30_000));
    }

    public Chromium chromium() {
        return chromium;
    }

    public Page page() {
        return chromium.page();
    }

    /** Opens one of our pages through the navigation and its tab. */
    public void openTab(String name) {
        page().locator("#nav-item-two-factor").click();
        page().getByTestId("twoFactorTab-" + name).click();
    }

    /** Opens an address below the realm's, such as {@code /two-factor/users}. */
    public void open(String path) {
        page().evaluate("hash => { location.hash = hash }", "#/" + realm.name() + path);
    }

    public Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Presses save, and the dialog's button if one asks for confirmation. */
    public void saveAndConfirm() {
        page().getByTestId("twoFactorSave").click();
        confirm();
    }

    public void confirm() {
        page().getByTestId("twoFactorConfirm").click();
    }

    /** Returns the table row that contains the name. */
    public Locator row(String name) {
        return page().locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page().getByRole(
                                        AriaRole.LINK,
                                        new Page.GetByRoleOptions()
                                                .setName(name)
                                                .setExact(true))));
    }

    /** Chooses from the menu at the end of a row. */
    public void choose(String rowName, String action) {
        row(rowName).locator("button.pf-v5-c-menu-toggle").click();
        page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(action))
                .click();
    }

    /** Waits for the success message. */
    public Locator awaitSaid(String sentence) {
        Locator message = page().locator(".pf-v5-c-alert-group .pf-v5-c-alert.pf-m-success")
                .filter(new Locator.FilterOptions().setHasText(sentence));
        PlaywrightAssertions.assertThat(message).isVisible();
        return message;
    }

    /** Waits for the message and closes it: it would cover the next control. */
    public void awaitDone(String sentence) {
        Locator message = awaitSaid(sentence);
        message.locator("button").click();
        PlaywrightAssertions.assertThat(message).hasCount(0);
    }

    public void awaitText(String testId, Pattern text) {
        PlaywrightAssertions.assertThat(page().getByTestId(testId)).containsText(text);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
