package io.strongroom.testrealm.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.server.KeycloakServer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Harness.OWN_SERVER)
@Order(1)
@DisplayName("The demo")
class DemoIT {
    private static final String ANNAS_NUMBER = "+46701740605";

    private static Demo demo;
    private static DemoPost post;

    @BeforeAll
    static void start() {
        demo = Demo.startAnywhere();
        post = new DemoPost(demo);
        List.of("open", "globex")
                .forEach(name -> TestRealm.of(demo.keycloak(), name).addClient("app", client -> client));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    @DisplayName("D1 D2 takes a new user into the data room with two inputs and two clicks")
    void newcomer() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            page.navigate(demo.login("anna").toString());
            assertThat(page.locator("#username")).hasValue("anna");

            page.locator("#password").fill(DemoUser.PASSWORD);
            page.locator("[type=submit]").click();
            String code = post.awaitCode(page, "open", ANNAS_NUMBER);
            assertThat(page.locator("[name=code]")).isFocused();
            chromium.screenshot("demo-code");
            page.locator("[name=code]").fill(code);
            page.locator("[name=login]").click();

            assertThat(page.locator("h1")).hasText("You are in the data room");
            chromium.screenshot("demo-signed-in");
            assertFalse(demo.keycloak().log().contains(code), "a code is in the log");
        }
    }

    @Test
    @DisplayName("C5 T2 O5 has a user without a number register and prove one, get backup codes and receive an e-mail")
    void enrolment() {
        String number = "+46701740698";
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            signIn(page, "emil");
            assertThat(page.locator("#strongroom-send")).hasCSS("background-color", "rgb(11, 92, 74)"); // its own theme
            page.locator("[name=phoneNumber]").fill(number);
            page.locator("[name=phoneNumber]").press("Enter");
            page.locator("[name=code]").fill(post.awaitCode(page, "acme", number));
            page.locator("[name=login]").click();
            page.locator("[name=saved]").click();

            assertThat(page.locator("h1")).hasText("You are in");
            post.awaitMail(page, "Acme: two-factor login is switched on");
            assertThat(page.locator("main")).containsText("To emil@example.com");
            assertThat(page.frameLocator("iframe[sandbox=''][title$='Acme: two-factor login is switched on']")
                            .locator("body"))
                    .containsText("Two-factor login was switched on for your account at Acme.");
            assertMailsAccessible(chromium);
        }
    }

    @Test
    @DisplayName("X10 shows an e-mail of each kind, for changes by users, changes by administrators and failed logins")
    void mails() {
        try (Chromium chromium = Chromium.open()) {
            DemoStories stories = new DemoStories(demo, post);
            stories.ownFactors(chromium.page());
            stories.removal(chromium.page());
            stories.administrators();
            stories.link();

            for (String subject : List.of(
                    "Globex: a second factor was set up",
                    "Globex: backup codes were made",
                    "Globex: new backup codes were made",
                    "Globex: a backup code was used",
                    "Globex: a login failed at the second step",
                    "Globex: your account was linked to an identity provider",
                    "two-factor login is switched on",
                    "a second factor was removed",
                    "a phone number was set for your login",
                    "a data room now asks for a code")) {
                post.awaitMail(chromium.page(), subject);
            }
            assertMailsAccessible(chromium);
            chromium.screenshot("demo-mails");
        }
    }

    /** The test that takes the pictures checks the e-mails themselves. */
    private static void assertMailsAccessible(Chromium chromium) {
        List<String> titles = chromium.page().locator("iframe").all().stream()
                .map(frame -> frame.getAttribute("title"))
                .toList();
        assertTrue(titles.stream().allMatch(title -> title.startsWith("E-mail ")), titles::toString);
        assertEquals(Set.copyOf(titles).size(), titles.size(), titles::toString);
        chromium.assertAccessibleAroundFrames();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"carla", "fred", "ivan", "mats"})
    @DisplayName("does not ask users without a rule")
    void notAsked(String user) {
        try (Chromium chromium = Chromium.open()) {
            signIn(chromium.page(), user);

            assertThat(chromium.page().locator("h1")).containsText("You are in");
        }
    }

    @Test
    @DisplayName("T3 lets a user with app and number choose the message")
    void choice() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            signIn(page, "gina");
            page.locator("#strongroom-method-sms").click();
            page.locator("[name=code]").fill(post.awaitCode(page, "globex", "+46701740620"));
            page.locator("[name=login]").click();

            assertThat(page.locator("h1")).hasText("You are in");
        }
    }

    @Test
    @DisplayName("X15 asks a member of two organizations for what both accept")
    void bothOrganizations() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            signIn(page, "kurt");
            assertThat(page.locator("#strongroom-method-sms")).hasCount(0);
            page.locator("[name=code]")
                    .fill(AuthenticatorApp.ofStored("strongroom-demo-secret").code());
            page.locator("[name=login]").click();

            assertThat(page.locator("h1")).hasText("You are in");
        }
    }

    @Test
    @DisplayName("X15 sends a member's code in the name of the organization")
    void organizationSends() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            signIn(page, "lena");
            page.locator("[name=code]").fill(post.awaitCode(page, "partners", "+46701740612"));
            page.locator("[name=login]").click();
            assertThat(page.locator("h1")).hasText("You are in");

            page.navigate(demo.inbox("partners").toString());
            assertThat(page.locator("body")).containsText("Initech");
        }
    }

    @Test
    @DisplayName("X5 lets a new user postpone set-up")
    void later() {
        try (Chromium chromium = Chromium.open()) {
            signIn(chromium.page(), "hugo");
            chromium.screenshot("demo-choose");
            chromium.page().locator("[name=later]").click();

            assertThat(chromium.page().locator("h1")).hasText("You are in");
        }
    }

    @Test
    @DisplayName("lets two users log in one after the other in the same browser")
    void nextUser() {
        try (Chromium chromium = Chromium.open()) {
            signIn(chromium.page(), "fred");
            assertThat(chromium.page().locator("main")).containsText("Fred Frost");

            signIn(chromium.page(), "carla");
            assertThat(chromium.page().locator("main")).containsText("Carla Costa");
        }
    }

    @Test
    @DisplayName("lists the demo users and has an inbox for each realm")
    void pages() {
        try (Chromium chromium = Chromium.open()) {
            chromium.page().navigate(demo.application().toString());
            assertThat(chromium.page().locator("li a")).hasCount(13);
            chromium.assertAccessible();

            for (String realm : List.of("open", "acme", "globex", "partners")) {
                assertTrue(
                        chromium.page().navigate(demo.inbox(realm).toString()).ok());
            }
        }
    }

    @Test
    @DisplayName("shows Two-factor in the admin console for each realm")
    void adminConsole() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            page.navigate(demo.keycloak().baseUrl() + "/admin/master/console/#/globex/two-factor");
            page.locator("#username").fill(KeycloakServer.ADMIN_USER);
            page.locator("#password").fill(KeycloakServer.ADMIN_PASSWORD);
            page.locator("#password").press("Enter");
            page.navigate(demo.keycloak().baseUrl() + "/admin/master/console/#/globex/two-factor");

            assertThat(page.locator("#page-sidebar")).containsText("Two-factor");
            assertThat(page.locator("main")).containsText("Accepted factors");
        }
    }

    private static void signIn(Page page, String user) {
        page.navigate(demo.login(user).toString());
        if (page.locator("#password").count() == 0) {
            page.locator("#username").press("Enter"); // with organizations, the user name has a page of its own
        }
        page.locator("#password").fill(DemoUser.PASSWORD);
        page.locator("#password").press("Enter");
    }
}
