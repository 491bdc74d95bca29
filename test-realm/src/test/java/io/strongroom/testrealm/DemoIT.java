package io.strongroom.testrealm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.strongroom.testrealm.demo.Demo;
import io.strongroom.testrealm.demo.DemoUser;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(Harness.OWN_SERVER)
@Order(4)
@DisplayName("The demo")
class DemoIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ANNAS_NUMBER = "+46701740605";

    private static Demo demo;

    @BeforeAll
    static void start() {
        demo = Demo.startAnywhere();
        List.of("open", "globex").forEach(name -> realm(name).addClient("app", client -> client));
    }

    @AfterAll
    static void stop() {
        demo.close();
    }

    @Test
    @DisplayName("D1 D2 leads a newcomer into the data room with two inputs and two clicks")
    void newcomer() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            page.navigate(demo.login("anna").toString());
            assertThat(page.locator("#username")).hasValue("anna");

            page.locator("#password").fill(DemoUser.PASSWORD);
            page.locator("[type=submit]").click();
            String code = awaitCode(page, "open", ANNAS_NUMBER);
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
    @DisplayName("C5 T2 O5 has a user without a number register and prove one, gives them backup codes, and mails it")
    void enrolment() {
        String number = "+46701740698";
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            signIn(page, "emil");
            assertThat(page.locator("#strongroom-send")).hasCSS("background-color", "rgb(11, 92, 74)"); // its own theme
            page.locator("[name=phoneNumber]").fill(number);
            page.locator("[name=phoneNumber]").press("Enter");
            page.locator("[name=code]").fill(awaitCode(page, "acme", number));
            page.locator("[name=login]").click();
            page.locator("[name=saved]").click();

            assertThat(page.locator("h1")).hasText("You are in");
            await("a mail").atMost(Duration.ofSeconds(10)).until(() -> {
                page.navigate(demo.mails().toString());
                return page.locator("main").textContent().contains("Acme: two-factor login is switched on");
            });
            assertThat(page.locator("main")).containsText("To emil@example.com");
            assertThat(page.frameLocator("iframe[sandbox=''][title$='Acme: two-factor login is switched on']")
                            .locator("body"))
                    .containsText("Two-factor login was switched on for your account at Acme.");
            assertMailsAccessible(chromium);
        }
    }

    @Test
    @DisplayName("X10 shows a mail of each kind: what users do, what happens to them, what administrators do")
    void mails() {
        try (Chromium chromium = Chromium.open()) {
            ownFactors(chromium.page());
            removal(chromium.page());
            administrators();
            link();

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
                awaitMail(chromium.page(), subject);
            }
            assertMailsAccessible(chromium);
        }
    }

    /** The mails themselves are looked at where their pictures are taken. */
    private static void assertMailsAccessible(Chromium chromium) {
        List<String> titles = chromium.page().locator("iframe").all().stream()
                .map(frame -> frame.getAttribute("title"))
                .toList();
        assertTrue(titles.stream().allMatch(title -> title.startsWith("E-mail ")), titles::toString);
        assertEquals(Set.copyOf(titles).size(), titles.size(), titles::toString);
        chromium.assertAccessibleAroundFrames();
    }

    private static void awaitMail(Page page, String subject) {
        await("a mail: " + subject).atMost(Duration.ofSeconds(15)).until(() -> {
            page.navigate(demo.mails().toString());
            return page.locator("main").textContent().contains(subject);
        });
    }

    /** Kim has an app, gets backup codes, renews them, adds a number, and comes in with a code of theirs after a wrong one. */
    private static void ownFactors(Page page) {
        TestRealm globex = realm("globex");
        String secret = "secret-of-kims-app";
        TestUser kim = globex.addUser("kim", spec -> spec.app(secret));
        Browser browser = new Browser();
        globex.signIn(browser, asksFor(globex, "backup-codes-enrol"), kim)
                .page()
                .submit("code", AuthenticatorApp.ofStored(secret).code())
                .page()
                .press("saved")
                .signedIn();
        var renewed = browser.open(asksFor(globex, "backup-codes-enrol"))
                .page()
                .press("renew")
                .page();
        String backupCode =
                renewed.document().select("[data-strongroom-codes] li").first().text();
        renewed.press("saved").signedIn();
        addNumber(page, browser.open(asksFor(globex, "sms-otp-enrol")), globex).signedIn();

        globex.signIn(new Browser(), kim)
                .page()
                .submit("code", "000000")
                .page()
                .form("method")
                .press("method", "backup")
                .page()
                .submit("backupCode", backupCode)
                .signedIn();
    }

    private static TestRealm realm(String name) {
        return TestRealm.of(demo.keycloak(), name);
    }

    private static AuthorizationRequest asksFor(TestRealm realm, String action) {
        return realm.app().authorize().with("kc_action", action);
    }

    private static Landing addNumber(Page page, Landing phonePage, TestRealm realm) {
        String number = PhoneNumbers.next();
        return phonePage
                .page()
                .submit("phoneNumber", number)
                .page()
                .submit("code", awaitCode(page, realm.name(), number));
    }

    private static void removal(Page page) {
        TestRealm open = realm("open");
        TestUser lena = open.addUser("lena");
        Browser browser = new Browser();
        addNumber(page, open.signIn(browser, asksFor(open, "sms-otp-enrol"), lena), open)
                .page()
                .press("saved")
                .signedIn();
        String id = open.credentials(lena).stream()
                .filter(credential -> "sms-otp".equals(credential.getType()))
                .findFirst()
                .orElseThrow()
                .getId();
        browser.open(asksFor(open, "delete_credential:" + id))
                .page()
                .form("accept")
                .submit()
                .signedIn();
    }

    private static void administrators() {
        TestRealm open = realm("open");
        AdminApi api = AdminApi.of(open);
        JsonNode room = api.get("/data-rooms").expect(200).body().path(0);
        String path = "/data-rooms/" + room.path("id").asText();
        TestUser mona = open.addUser(
                "mona",
                spec -> spec.memberOf(new TestGroup("", "/" + room.path("name").asText() + "/Bidders")));
        api.put(path + "/members/" + mona.id() + "/phone-number", Map.of("phoneNumber", PhoneNumbers.next()))
                .expect(200);
        ObjectNode rule = room.deepCopy();
        api.put(path, rule.put("enforced", false)).expect(200);
        api.put(path, rule.put("enforced", true)).expect(200);
    }

    private static void link() {
        TestRealm open = realm("open");
        TestRealm globex = realm("globex");
        IdentityProvider.connect(open, globex, "open");
        TestUser outside = open.addUser("nora");
        TestUser inside = globex.addUser("nora");
        Browser browser = new Browser();
        globex.signIn(browser, inside).page().press("later").signedIn();
        browser.open(globex.app().authorize().with("kc_action", "idp_link:open"))
                .page()
                .press("continue")
                .page()
                .submit(Map.of("username", outside.name(), "password", outside.password()))
                .signedIn();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"carla", "fred", "ivan"})
    @DisplayName("does not ask whom no rule concerns")
    void notAsked(String user) {
        try (Chromium chromium = Chromium.open()) {
            signIn(chromium.page(), user);

            assertThat(chromium.page().locator("h1")).containsText("You are in");
        }
    }

    @Test
    @DisplayName("T3 lets a user with app and number take the message")
    void choice() {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.page();
            signIn(page, "gina");
            page.locator("#strongroom-method-sms").click();
            page.locator("[name=code]").fill(awaitCode(page, "globex", "+46701740620"));
            page.locator("[name=login]").click();

            assertThat(page.locator("h1")).hasText("You are in");
        }
    }

    @Test
    @DisplayName("X5 lets a new user put set-up off")
    void later() {
        try (Chromium chromium = Chromium.open()) {
            signIn(chromium.page(), "hugo");
            chromium.screenshot("demo-choose");
            chromium.page().locator("[name=later]").click();

            assertThat(chromium.page().locator("h1")).hasText("You are in");
        }
    }

    @Test
    @DisplayName("lets one user follow another in the same browser")
    void nextUser() {
        try (Chromium chromium = Chromium.open()) {
            signIn(chromium.page(), "fred");
            assertThat(chromium.page().locator("main")).containsText("Fred Frost");

            signIn(chromium.page(), "carla");
            assertThat(chromium.page().locator("main")).containsText("Carla Costa");
        }
    }

    @Test
    @DisplayName("shows its users, and the inbox of each realm")
    void pages() {
        try (Chromium chromium = Chromium.open()) {
            chromium.page().navigate(demo.application().toString());
            assertThat(chromium.page().locator("li a")).hasCount(9);
            chromium.assertAccessible();

            for (String realm : List.of("open", "acme", "globex")) {
                assertTrue(
                        chromium.page().navigate(demo.inbox(realm).toString()).ok());
            }
        }
    }

    private static void signIn(Page page, String user) {
        page.navigate(demo.login(user).toString());
        page.locator("#password").fill(DemoUser.PASSWORD);
        page.locator("#password").press("Enter");
    }

    private static String awaitCode(Page page, String realm, String number) {
        return await("a message to " + number)
                .atMost(Duration.ofSeconds(10))
                .until(() -> newestText(page, realm, number), Optional::isPresent)
                .map(Vonage::code)
                .orElseThrow();
    }

    private static Optional<String> newestText(Page page, String realm, String number) {
        return StreamSupport.stream(messages(page, realm).spliterator(), false)
                .filter(message -> number.equals(message.path("to").asText()))
                .map(message -> message.path("text").asText())
                .findFirst();
    }

    private static JsonNode messages(Page page, String realm) {
        try {
            return JSON.readTree(
                    page.request().get(demo.inbox(realm) + "?format=json").text());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
