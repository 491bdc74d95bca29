package io.strongroom.testrealm.login;

import static io.strongroom.testrealm.support.BackupCodeUser.WRONG_CODE;
import static io.strongroom.testrealm.support.BackupCodeUser.codesOn;
import static io.strongroom.testrealm.support.BackupCodeUser.isLetThrough;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import io.strongroom.testrealm.support.BackupCodeUser;
import io.strongroom.testrealm.support.ComposedFlow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

@Order(1)
@DisplayName("Logging in with backup codes")
class BackupCodeLoginIT {
    private static final TestRealm REALM = BackupCodeUser.realm(Map.of());

    private final BackupCodeUser user = new BackupCodeUser(REALM);

    private static List<Landing> enterAtOnce(List<Page> pages, List<String> codes) throws Exception {
        return Threads.atOnce(IntStream.range(0, pages.size())
                .<Callable<Landing>>mapToObj(i -> () -> pages.get(i).submit("backupCode", codes.get(i % codes.size())))
                .toList());
    }

    private static long arrivals(List<Landing> landings) {
        return landings.stream().filter(Arrival.class::isInstance).count();
    }

    @Test
    @DisplayName("T4 T5 each code logs in exactly once through \"Use a backup code\", in any order, and the last one "
            + "leads to a new set")
    void eachOnce() {
        List<String> codes = new ArrayList<>(user.enrol());
        Collections.shuffle(codes);
        user.enter(codes.get(0)).signedIn();
        Page again = user.enter(codes.get(0)).page();
        assertTrue(again.message().contains("used already"), again::toString);
        List<String> rest = codes.subList(1, codes.size() - 1);
        rest.forEach(code -> assertTrue(isLetThrough(user.enter(code))));

        Page fresh = user.enter(codes.get(codes.size() - 1)).page();
        assertEquals(6, codesOn(fresh).size(), "with the last code used, there are new ones at once");
        fresh.press("saved").signedIn();
        codes.subList(0, 3).forEach(code -> assertTrue(user.isRefused(code)));
        assertEquals(codes.size(), user.changes("used").size());
        assertEquals("0", user.changes("used").get(0).getDetails().get("backup_codes_left"));
        EventRepresentation login = REALM.awaitEvent(user.account(), "LOGIN");
        assertEquals("backup-codes", login.getDetails().get("second_factor"));
    }

    @ParameterizedTest(name = "T4 a code is accepted {0}")
    @ValueSource(strings = {"in capitals", "without hyphens", "with spaces", "with o and l for 0 and 1"})
    void typing(String how) {
        String code = user.enrol().get(0);
        String typed = switch (how) {
            case "in capitals" -> code.toUpperCase(Locale.ROOT);
            case "without hyphens" -> code.replace("-", "");
            case "with spaces" -> "  " + code.replace("-", " ") + " ";
            default -> code.replace('0', 'O').replace('1', 'l');
        };

        user.enter(typed).signedIn();
    }

    @Test
    @DisplayName(
            "T5 security 14: one code entered in 16 tabs of a browser at once is used once and creates one session")
    void tabs() throws Exception {
        List<String> codes = user.enrol();
        Browser browser = new Browser();
        int before = REALM.sessions(user.account()).size();
        List<Page> pages =
                IntStream.range(0, 16).mapToObj(i -> user.backupPage(browser)).toList();

        enterAtOnce(pages, codes.subList(0, 1));

        assertEquals(before + 1, REALM.sessions(user.account()).size());
        assertEquals(1, user.changes("used").size());
        assertEquals(
                String.valueOf(codes.size() - 1),
                user.changes("used").get(0).getDetails().get("backup_codes_left"));
        // "not right", or "wait": the entries that lost count as wrong ones
        assertEquals(
                "login-strongroom-backup-code", user.enter(codes.get(0)).page().id());
    }

    @Test
    @DisplayName("T5 security 14: one code entered in 16 browsers at once completes one login")
    void browsers() throws Exception {
        List<String> codes = user.enrol();
        int before = REALM.sessions(user.account()).size();
        List<Page> pages =
                IntStream.range(0, 16).mapToObj(i -> user.backupPage()).toList();

        List<Landing> landings = enterAtOnce(pages, codes.subList(0, 1));

        assertEquals(1, arrivals(landings));
        assertEquals(before + 1, REALM.sessions(user.account()).size());
        assertEquals(1, user.changes("used").size());
        landings.stream()
                .filter(Page.class::isInstance)
                .forEach(landing -> assertEquals(200, landing.page().status(), () -> landing.toString()));
    }

    @Test
    @DisplayName("T5 different codes entered at once are all used up, and no concurrent update restores one")
    void differentCodes() throws Exception {
        List<String> codes = user.enrol().subList(0, 4);
        List<Page> pages = codes.stream().map(code -> user.backupPage()).toList();

        List<Landing> landings = enterAtOnce(pages, codes);

        assertTrue(landings.stream().allMatch(BackupCodeUser::isLetThrough), landings::toString);
        assertEquals(4, user.changes("used").size());
        codes.subList(0, 3).forEach(code -> assertTrue(user.isRefused(code)));
    }

    @Test
    @DisplayName("security 11: wrong codes are counted across logins, and the user has to wait after the fifth")
    void throttled() {
        List<String> codes = user.enrol();
        for (int i = 0; i < 5; i++) {
            Page wrong = user.enter(WRONG_CODE).page();
            assertTrue(wrong.message().contains("not right"), wrong::toString);
        }

        Page waiting = user.enter(codes.get(0)).page();
        assertTrue(waiting.message().contains("Please wait"), waiting::toString);
        assertEquals(
                5,
                REALM.events(user.account()).stream()
                        .filter(event -> "invalid_user_credentials".equals(event.getError()))
                        .count());
        assertTrue(user.changes("used").isEmpty());
    }

    @Test
    @DisplayName("an entry that can't be a code shows an error and is not counted")
    void malformed() {
        List<String> codes = user.enrol();
        for (String entered :
                List.of("", "123456", "' or 1=1", "<script>alert(1)</script>", "7k2mx-9pq4r", "x".repeat(5000))) {
            Page page = user.enter(entered).page();
            assertTrue(page.message().contains("15 letters and digits"), page::toString);
            assertFalse(page.html().contains("<script>alert"));
        }

        user.enter(codes.get(0)).signedIn();
    }

    @Test
    @DisplayName("security 6: X11 no event, log line or admin API response contains a code")
    void silent() {
        List<String> codes = user.enrol();
        user.enter(codes.get(0)).signedIn();
        user.enter(codes.get(0)).page();

        String records = REALM.server().log()
                + REALM.events(user.account()).stream()
                        .map(event -> String.valueOf(event.getDetails()))
                        .toList()
                + REALM.admin().get(REALM.path("/admin-events?max=200"))
                + REALM.admin().get(REALM.path("/users/" + user.account().id() + "/credentials"));
        for (String code : codes) {
            assertFalse(records.contains(code) || records.contains(code.replace("-", "")), "a code was disclosed");
        }
    }

    @Test
    @DisplayName("one user's codes are not valid for another user")
    void otherUser() {
        List<String> codes = user.enrol();
        BackupCodeUser other = new BackupCodeUser(REALM);
        other.enrol();

        assertTrue(other.isRefused(codes.get(0)));
    }

    @Test
    @DisplayName("a backup-code step of a composed flow asks once and satisfies the guard, and a user without codes "
            + "cannot log in")
    void flow() {
        TestRealm realm = BackupCodeUser.realm(Map.of("twoFactor.enforcement", "required"));
        BackupCodeUser member = new BackupCodeUser(realm);
        TestUser without =
                realm.addUser("without", spec -> spec.app(UUID.randomUUID().toString()));
        List<String> codes = member.enrol();
        ComposedFlow.bindPasswordThen(realm, "backup-code-authenticator");

        Page page = realm.signIn(new Browser(), member.account()).page();
        assertEquals("login-strongroom-backup-code", page.id());
        Page wrong = page.submit("backupCode", WRONG_CODE).page();
        assertTrue(wrong.message().contains("not right"), wrong::toString);
        wrong.submit("backupCode", codes.get(3)).signedIn();
        assertEquals(
                "backup-codes",
                realm.awaitEvent(member.account(), "LOGIN").getDetails().get("second_factor"));
        assertEquals(
                "invalid_user_credentials",
                realm.awaitEvent(member.account(), "LOGIN_ERROR").getError());

        assertTrue(realm.signIn(new Browser(), without).page().status() >= 400);
        assertFalse(realm.sessions(without).elements().hasNext());
    }
}
