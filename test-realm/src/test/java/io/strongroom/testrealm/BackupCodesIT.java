package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

@Order(1)
@DisplayName("Backup codes")
class BackupCodesIT {
    /** The frames of the older themes have violations of their own. */
    private static final String KEEPS_TO_AXE = "keycloak.v2";

    private static final TestRealm REALM = realm(Map.of());

    private final String secret = UUID.randomUUID().toString();
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final TestUser user = user(REALM);

    private static TestRealm realm(Map<String, String> more) {
        return TestRealm.create("backup", realm -> {
            realm.getAttributes()
                    .putAll(Map.of(
                            "twoFactor.enforcement",
                            "optional",
                            "twoFactor.methods",
                            "totp",
                            "twoFactor.backupCodes",
                            "6"));
            realm.getAttributes().putAll(more);
            return realm;
        });
    }

    private TestUser user(TestRealm realm) {
        return realm.addUser("user" + secret.substring(0, 8), spec -> spec.app(secret));
    }

    // Steps

    /** Asks for a set as the account console does; an existing factor has to be passed for it. */
    private Page codesPage(TestRealm realm, TestUser whose, Browser browser) {
        Page asked = realm.signIn(browser, realm.app().authorize().with("kc_action", "backup-codes-enrol"), whose)
                .page();
        assertEquals("login-strongroom-totp", asked.id());
        return asked.submit("code", app.code()).page();
    }

    private List<String> enrol() {
        Page page = codesPage(REALM, user, new Browser());
        page.press("saved").signedIn();
        return codesOn(page);
    }

    private static List<String> codesOn(Page page) {
        List<String> codes =
                page.document().select("[data-strongroom-codes] li").eachText();
        assertFalse(codes.isEmpty(), page::toString);
        return codes;
    }

    private static Page backupPage(TestRealm realm, TestUser whose, Browser browser) {
        Page challenge = realm.signIn(browser, whose).page();
        Page page = challenge.form("method").press("method", "backup").page();
        assertEquals("login-strongroom-backup-code", page.id());
        return page;
    }

    private Page backupPage() {
        return backupPage(REALM, user, new Browser());
    }

    private static List<Landing> atOnce(List<Callable<Landing>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Landing> landings = new ArrayList<>();
            for (Future<Landing> future : threads.invokeAll(calls)) {
                landings.add(future.get());
            }
            return landings;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Landing> enterAtOnce(List<Page> pages, List<String> codes) throws Exception {
        return atOnce(IntStream.range(0, pages.size())
                .<Callable<Landing>>mapToObj(i -> () -> pages.get(i).submit("backupCode", codes.get(i % codes.size())))
                .toList());
    }

    /** Into the application, perhaps after a word about how few codes are left. */
    private static boolean isLetThrough(Landing landing) {
        return (landing instanceof Page page ? page.press("later") : landing) instanceof Arrival;
    }

    private boolean isRefused(String code) {
        return backupPage().submit("backupCode", code).page().message().contains("not right");
    }

    private static long arrivals(List<Landing> landings) {
        return landings.stream().filter(Arrival.class::isInstance).count();
    }

    private List<EventRepresentation> changes(String action) {
        return REALM.events(user).stream()
                .filter(event -> "UPDATE_CREDENTIAL".equals(event.getType()))
                .filter(event -> "backup-codes".equals(event.getDetails().get("credential_type")))
                .filter(event -> action.equals(event.getDetails().get("action")))
                .toList();
    }

    private long setsStored() {
        return REALM.credentials(user).stream()
                .filter(credential -> "backup-codes".equals(credential.getType()))
                .count();
    }

    private static String wrongCode() {
        return "00000-00000-00000";
    }

    // The set

    @Test
    @DisplayName("T2 a user gets backup codes, as text on a page that works without JavaScript and that no cache keeps")
    void page() {
        Page page = codesPage(REALM, user, new Browser());

        assertEquals("login-strongroom-backup-codes", page.id());
        assertEquals(6, codesOn(page).stream().distinct().count());
        codesOn(page).forEach(code -> assertTrue(code.matches("[0-9a-z]{5}(-[0-9a-z]{5}){2}"), code));
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        assertTrue(page.has("[data-strongroom-tools][hidden]"), "buttons that need JavaScript are hidden without");

        Arrival arrival = page.press("saved").signedIn();
        assertEquals("success", arrival.parameter("kc_action_status").orElseThrow());
        assertEquals(1, setsStored());
        assertEquals("6", changes("created").get(0).getDetails().get("backup_codes_left"));
    }

    @Test
    @DisplayName(
            "security 14: shown once; a page left before \"I have saved them\" is followed by new codes, and ends the old")
    void refresh() {
        Browser browser = new Browser();
        Page first = codesPage(REALM, user, browser);
        Page second = first.refresh().page().click("#loginContinueLink").page();
        assertTrue(Collections.disjoint(codesOn(first), codesOn(second)));
        assertEquals(1, setsStored());

        Page third = second.form("saved")
                .with("set", first.document().selectFirst("[name=set]").val())
                .press("saved")
                .page();
        assertEquals(
                "login-strongroom-backup-codes",
                third.id(),
                "the first page's codes have ended, unnoticed by its reader");
        third.press("saved").signedIn();

        Page login = backupPage();
        assertTrue(login.submit("backupCode", codesOn(first).get(0))
                .page()
                .message()
                .contains("not right"));
        backupPage().submit("backupCode", codesOn(third).get(0)).signedIn();
    }

    @Test
    @DisplayName("T2 security 14: regenerating asks first and ends the old set; cancelling keeps it")
    void renew() {
        List<String> old = enrol();
        Browser browser = new Browser();
        backupPage(REALM, user, browser).submit("backupCode", old.get(0)).signedIn();

        Page question = browser.open(REALM.app().authorize().with("kc_action", "backup-codes-enrol"))
                .page();
        assertTrue(question.text().contains("You have 5 backup codes left"), question::toString);
        assertEquals(
                "cancelled",
                question.press("cancel-aia")
                        .returned()
                        .parameter("kc_action_status")
                        .orElseThrow());
        backupPage().submit("backupCode", old.get(1)).signedIn();

        Page fresh = browser.open(REALM.app().authorize().with("kc_action", "backup-codes-enrol"))
                .page()
                .press("renew")
                .page();
        assertTrue(fresh.text().contains("no longer work"), fresh::toString);
        fresh.press("saved").signedIn();

        assertTrue(
                backupPage().submit("backupCode", old.get(2)).page().message().contains("not right"));
        backupPage().submit("backupCode", codesOn(fresh).get(2)).signedIn();
        assertEquals(1, setsStored());
        assertEquals(1, changes("renewed").size());
    }

    @Test
    @DisplayName("T2 with three left, the login says that it is time for new ones, and goes on without")
    void runningLow() {
        List<String> codes = enrol();
        backupPage().submit("backupCode", codes.get(0)).signedIn();
        backupPage().submit("backupCode", codes.get(1)).signedIn();

        Page question = backupPage().submit("backupCode", codes.get(2)).page();
        assertTrue(question.text().contains("only 3 backup codes left"), question::toString);
        question.press("later").signedIn();

        Page again = backupPage().submit("backupCode", codes.get(3)).page();
        assertTrue(again.text().contains("only 2 backup codes left"), again::toString);
        Page fresh = again.press("renew").page();
        fresh.press("saved").signedIn();
        assertTrue(isRefused(codes.get(4)));
        backupPage().submit("backupCode", codesOn(fresh).get(0)).signedIn();
    }

    @Test
    @DisplayName("a tenant that gives no backup codes lets the login go on without")
    void none() {
        TestRealm realm = realm(Map.of("twoFactor.backupCodes", "0"));
        TestUser member = user(realm);

        Landing landing = realm.signIn(
                        new Browser(), realm.app().authorize().with("kc_action", "backup-codes-enrol"), member)
                .page()
                .submit("code", app.code());

        landing.signedIn();
        assertTrue(realm.credentials(member).stream().noneMatch(each -> "backup-codes".equals(each.getType())));
    }

    @Test
    @DisplayName("codes made before the tenant stopped giving any still log in, to the last, and nothing is asked")
    void noLongerGiven() {
        TestRealm realm = realm(Map.of("twoFactor.backupCodes", "2"));
        TestUser member = user(realm);
        Page set = codesPage(realm, member, new Browser());
        set.press("saved").signedIn();

        realm.setAttribute("twoFactor.backupCodes", "0");

        for (String code : codesOn(set)) {
            backupPage(realm, member, new Browser()).submit("backupCode", code).signedIn();
        }
    }

    @Test
    @DisplayName("with few left, also who came to make new codes can cancel")
    void cancelWhenLow() {
        List<String> codes = enrol();
        codes.subList(0, 3).forEach(code -> isLetThrough(backupPage().submit("backupCode", code)));

        Page question = REALM.signIn(
                        new Browser(), REALM.app().authorize().with("kc_action", "backup-codes-enrol"), user)
                .page()
                .form("method")
                .press("method", "backup")
                .page()
                .submit("backupCode", codes.get(3))
                .page();

        assertTrue(question.text().contains("only 2 backup codes left"), question::toString);
        question.press("cancel-aia").signedIn();
    }

    // Logging in

    @Test
    @DisplayName(
            "T4 T5 \"Use a backup code\": each logs in exactly once, in any order; after the last there are new ones")
    void eachOnce() {
        List<String> codes = new ArrayList<>(enrol());
        Collections.shuffle(codes);
        backupPage().submit("backupCode", codes.get(0)).signedIn();
        Page again = backupPage().submit("backupCode", codes.get(0)).page();
        assertTrue(again.message().contains("used already"), again::toString);
        List<String> rest = codes.subList(1, codes.size() - 1);
        rest.forEach(code -> assertTrue(isLetThrough(backupPage().submit("backupCode", code))));

        Page fresh =
                backupPage().submit("backupCode", codes.get(codes.size() - 1)).page();
        assertEquals(6, codesOn(fresh).size(), "with the last code used, there are new ones at once");
        fresh.press("saved").signedIn();
        codes.subList(0, 3).forEach(code -> assertTrue(isRefused(code)));
        assertEquals(codes.size(), changes("used").size());
        assertEquals("0", changes("used").get(0).getDetails().get("backup_codes_left"));
        EventRepresentation login = REALM.awaitEvent(user, "LOGIN");
        assertEquals("backup-codes", login.getDetails().get("second_factor"));
    }

    @ParameterizedTest(name = "T4 a code is taken {0}")
    @ValueSource(strings = {"in capitals", "without hyphens", "with spaces", "with o and l for 0 and 1"})
    void typing(String how) {
        String code = enrol().get(0);
        String typed = switch (how) {
            case "in capitals" -> code.toUpperCase(java.util.Locale.ROOT);
            case "without hyphens" -> code.replace("-", "");
            case "with spaces" -> "  " + code.replace("-", " ") + " ";
            default -> code.replace('0', 'O').replace('1', 'l');
        };

        backupPage().submit("backupCode", typed).signedIn();
    }

    @Test
    @DisplayName("T5 security 14: one code entered in 16 tabs of a browser at once makes one session and is used once")
    void tabs() throws Exception {
        List<String> codes = enrol();
        Browser browser = new Browser();
        int before = REALM.sessions(user).size();
        List<Page> pages = IntStream.range(0, 16)
                .mapToObj(i -> backupPage(REALM, user, browser))
                .toList();

        enterAtOnce(pages, codes.subList(0, 1));

        assertEquals(before + 1, REALM.sessions(user).size());
        assertEquals(1, changes("used").size());
        assertTrue(
                backupPage().submit("backupCode", codes.get(0)).page().message().contains("not right"));
        backupPage().submit("backupCode", codes.get(1)).signedIn();
    }

    @Test
    @DisplayName("T5 security 14: one code entered in 16 browsers at once lets one of them in")
    void browsers() throws Exception {
        List<String> codes = enrol();
        int before = REALM.sessions(user).size();
        List<Page> pages = IntStream.range(0, 16).mapToObj(i -> backupPage()).toList();

        List<Landing> landings = enterAtOnce(pages, codes.subList(0, 1));

        assertEquals(1, arrivals(landings));
        assertEquals(before + 1, REALM.sessions(user).size());
        assertEquals(1, changes("used").size());
        landings.stream()
                .filter(Page.class::isInstance)
                .forEach(landing -> assertEquals(200, landing.page().status(), () -> landing.toString()));
    }

    @Test
    @DisplayName("T5 different codes entered at once are all used up: none comes back with another's change")
    void differentCodes() throws Exception {
        List<String> codes = enrol().subList(0, 4);
        List<Page> pages = codes.stream().map(code -> backupPage()).toList();

        List<Landing> landings = enterAtOnce(pages, codes);

        assertTrue(landings.stream().allMatch(BackupCodesIT::isLetThrough), landings::toString);
        assertEquals(4, changes("used").size());
        codes.subList(0, 3).forEach(code -> assertTrue(isRefused(code)));
    }

    @Test
    @DisplayName("security 11: wrong codes are counted, in whatever login, and from the fifth on have to wait")
    void throttled() {
        List<String> codes = enrol();
        for (int i = 0; i < 5; i++) {
            Page wrong = backupPage().submit("backupCode", wrongCode()).page();
            assertTrue(wrong.message().contains("not right"), wrong::toString);
        }

        Page waiting = backupPage().submit("backupCode", codes.get(0)).page();
        assertTrue(waiting.message().contains("Please wait"), waiting::toString);
        assertEquals(
                5,
                REALM.events(user).stream()
                        .filter(event -> "invalid_user_credentials".equals(event.getError()))
                        .count());
        assertTrue(changes("used").isEmpty());
    }

    @Test
    @DisplayName("what can't be a code is told so, and not counted")
    void malformed() {
        List<String> codes = enrol();
        for (String entered :
                List.of("", "123456", "' or 1=1", "<script>alert(1)</script>", "7k2mx-9pq4r", "x".repeat(5000))) {
            Page page = backupPage().submit("backupCode", entered).page();
            assertTrue(page.message().contains("15 letters and digits"), page::toString);
            assertFalse(page.html().contains("<script>alert"));
        }

        backupPage().submit("backupCode", codes.get(0)).signedIn();
    }

    @Test
    @DisplayName("security 6: X11 codes are in no event, in no log and in no answer of the admin API")
    void silent() {
        List<String> codes = enrol();
        backupPage().submit("backupCode", codes.get(0)).signedIn();
        backupPage().submit("backupCode", codes.get(0)).page();

        String told = REALM.server().log()
                + REALM.events(user).stream()
                        .map(event -> String.valueOf(event.getDetails()))
                        .toList()
                + REALM.admin().get(REALM.path("/admin-events?max=200"))
                + REALM.admin().get(REALM.path("/users/" + user.id() + "/credentials"));
        for (String code : codes) {
            assertFalse(told.contains(code) || told.contains(code.replace("-", "")), "a code was told");
        }
    }

    @Test
    @DisplayName("the codes of one user are worth nothing for another")
    void otherUser() {
        List<String> codes = enrol();
        BackupCodesIT other = new BackupCodesIT();
        other.enrol();

        assertTrue(other.backupPage()
                .submit("backupCode", codes.get(0))
                .page()
                .message()
                .contains("not right"));
    }

    // In a flow

    private static void composeFlow(TestRealm realm) {
        String flows = realm.path("/authentication/flows");
        realm.admin().create(flows, Map.of("alias", "composed", "providerId", "basic-flow", "topLevel", true));
        for (String provider : List.of("auth-username-password-form", "backup-code-authenticator")) {
            realm.admin().create(flows + "/composed/executions/execution", Map.of("provider", provider));
        }
        for (JsonNode execution : realm.admin().get(flows + "/composed/executions")) {
            ((ObjectNode) execution).put("requirement", "REQUIRED");
            realm.admin().put(flows + "/composed/executions", execution);
        }
        realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "browserFlow", "composed"));
    }

    @Test
    @DisplayName("as a step of a composed flow it asks once, the guard accepts it; who has no codes does not get in")
    void flow() {
        TestRealm realm = realm(Map.of("twoFactor.enforcement", "required"));
        TestUser member = user(realm);
        TestUser without =
                realm.addUser("without", spec -> spec.app(UUID.randomUUID().toString()));
        Page set = codesPage(realm, member, new Browser());
        set.press("saved").signedIn();
        composeFlow(realm);

        Page page = realm.signIn(new Browser(), member).page();
        assertEquals("login-strongroom-backup-code", page.id());
        Page wrong = page.submit("backupCode", wrongCode()).page();
        assertTrue(wrong.message().contains("not right"), wrong::toString);
        wrong.submit("backupCode", codesOn(set).get(3)).signedIn();
        assertEquals(
                "backup-codes", realm.awaitEvent(member, "LOGIN").getDetails().get("second_factor"));
        assertEquals(
                "invalid_user_credentials",
                realm.awaitEvent(member, "LOGIN_ERROR").getError());

        assertTrue(realm.signIn(new Browser(), without).page().status() >= 400);
        assertFalse(realm.sessions(without).elements().hasNext());
    }

    // In Chromium

    @ParameterizedTest(name = "X14 the pages under the login theme {0}, with copy, download and print")
    @ValueSource(strings = {"keycloak.v2", "keycloak", "base"})
    void chromium(String theme) throws IOException {
        TestRealm realm = TestRealm.create("backuptheme", representation -> {
            representation.getAttributes().put("twoFactor.enforcement", "optional");
            representation.getAttributes().put("twoFactor.methods", "totp");
            representation.getAttributes().put("twoFactor.backupCodes", "5");
            representation.setLoginTheme(theme);
            return representation;
        });
        TestUser member = user(realm);
        try (Chromium chromium = Chromium.open()) {
            com.microsoft.playwright.Page page = chromium.page();
            chromium.open(realm.app().authorize().with("kc_action", "backup-codes-enrol"));
            page.fill("#username", member.name());
            page.fill("#password", member.password());
            page.click("#kc-login");
            page.fill("#code", app.code());
            page.click("#kc-login");

            page.locator("[data-strongroom-codes] li").first().waitFor();
            List<String> codes = page.locator("[data-strongroom-codes] li").allInnerTexts().stream()
                    .map(String::strip)
                    .toList();
            assertEquals(5, codes.size());
            if (KEEPS_TO_AXE.equals(theme)) {
                chromium.assertAccessible();
            }
            chromium.screenshot("backup-codes-" + theme);
            page.click("[data-strongroom-tool=copy]");
            PlaywrightAssertions.assertThat(page.locator("[data-strongroom-tools] [role=status]"))
                    .not()
                    .isEmpty();
            Download file = page.waitForDownload(() -> page.click("[data-strongroom-tool=download]"));
            assertTrue(Files.readString(file.path()).lines().toList().containsAll(codes));
            page.evaluate("window.print = () => document.documentElement.dataset.printed = 'yes'");
            page.click("[data-strongroom-tool=print]");
            assertEquals("yes", page.evaluate("document.documentElement.dataset.printed"));

            page.click("#strongroom-saved");
            assertTrue(chromium.awaitArrival().code().isPresent());

            chromium.context().clearCookies();
            chromium.open(realm.app().authorize());
            page.fill("#username", member.name());
            page.fill("#password", member.password());
            page.click("#kc-login");
            page.click("#strongroom-method-backup");
            if (KEEPS_TO_AXE.equals(theme)) {
                chromium.assertAccessible();
            }
            chromium.screenshot("backup-code-" + theme);
            page.locator("#backupCode").pressSequentially(codes.get(3));
            page.keyboard().press("Enter");
            assertTrue(chromium.awaitArrival().code().isPresent());
        }
    }
}
