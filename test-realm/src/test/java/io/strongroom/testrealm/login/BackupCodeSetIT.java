package io.strongroom.testrealm.login;

import static io.strongroom.testrealm.support.BackupCodeUser.codesOn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.support.BackupCodeUser;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A set of backup codes")
class BackupCodeSetIT {
    private static final TestRealm REALM = BackupCodeUser.realm(Map.of());

    private final BackupCodeUser user = new BackupCodeUser(REALM);

    @Test
    @DisplayName("T2 security 26: is shown as text on a page that works without JavaScript and is never cached")
    void page() {
        Page page = user.codesPage(new Browser());

        assertEquals("login-strongroom-backup-codes", page.id());
        assertEquals(6, codesOn(page).stream().distinct().count());
        codesOn(page).forEach(code -> assertTrue(code.matches("[0-9a-z]{5}(-[0-9a-z]{5}){2}"), code));
        assertTrue(page.headers().firstValue("Cache-Control").orElse("").contains("no-store"));
        assertTrue(page.has("[data-strongroom-tools][hidden]"), "buttons that need JavaScript are hidden without");

        Arrival arrival = page.press("saved").signedIn();
        assertEquals("success", arrival.parameter("kc_action_status").orElseThrow());
        assertEquals(1, user.setsStored());
        assertEquals("6", user.changes("created").get(0).getDetails().get("backup_codes_left"));
    }

    @Test
    @DisplayName(
            "security 14: is shown only once, and leaving the page before \"I have saved them\" invalidates it and "
                    + "leads to new codes")
    void refresh() {
        Page first = user.codesPage(new Browser());
        Page second = first.refresh().page().click("#loginContinueLink").page();
        assertTrue(Collections.disjoint(codesOn(first), codesOn(second)));
        assertEquals(1, user.setsStored());

        Page third = second.form("saved")
                .with("set", first.document().selectFirst("[name=set]").val())
                .press("saved")
                .page();
        assertEquals(
                "login-strongroom-backup-codes",
                third.id(),
                "the first page's codes have ended, unnoticed by its reader");
        third.press("saved").signedIn();

        assertTrue(user.isRefused(codesOn(first).get(0)));
        user.enter(codesOn(third).get(0)).signedIn();
    }

    @Test
    @DisplayName("T2 security 14: is replaced only after confirmation, and stays valid if the user cancels")
    void renew() {
        List<String> old = user.enrol();
        Browser browser = new Browser();
        user.backupPage(browser).submit("backupCode", old.get(0)).signedIn();

        Page question = browser.open(user.askForCodes()).page();
        assertTrue(question.text().contains("You have 5 backup codes left"), question::toString);
        assertEquals(
                "cancelled",
                question.press("cancel-aia")
                        .returned()
                        .parameter("kc_action_status")
                        .orElseThrow());
        user.enter(old.get(1)).signedIn();

        Page fresh = browser.open(user.askForCodes()).page().press("renew").page();
        assertTrue(fresh.text().contains("no longer work"), fresh::toString);
        fresh.press("saved").signedIn();

        assertTrue(user.isRefused(old.get(2)));
        user.enter(codesOn(fresh).get(2)).signedIn();
        assertEquals(1, user.setsStored());
        assertEquals(1, user.changes("renewed").size());
    }

    @Test
    @DisplayName("T2 is offered for renewal at login when three codes are left, and the login can continue without it")
    void runningLow() {
        List<String> codes = user.enrol();
        user.enter(codes.get(0)).signedIn();
        user.enter(codes.get(1)).signedIn();

        Page question = user.enter(codes.get(2)).page();
        assertTrue(question.text().contains("only 3 backup codes left"), question::toString);
        question.press("later").signedIn();

        Page again = user.enter(codes.get(3)).page();
        assertTrue(again.text().contains("only 2 backup codes left"), again::toString);
        Page fresh = again.press("renew").page();
        fresh.press("saved").signedIn();
        assertTrue(user.isRefused(codes.get(4)));
        user.enter(codesOn(fresh).get(0)).signedIn();
    }

    @Test
    @DisplayName("is not offered in a tenant without backup codes, and the login continues")
    void none() {
        BackupCodeUser member = new BackupCodeUser(BackupCodeUser.realm(Map.of("twoFactor.backupCodes", "0")));

        member.afterApp(new Browser()).signedIn();

        assertEquals(0, member.setsStored());
    }

    @Test
    @DisplayName("stays valid after the tenant switches backup codes off, but is not offered for renewal")
    void noLongerGiven() {
        TestRealm realm = BackupCodeUser.realm(Map.of("twoFactor.backupCodes", "2"));
        BackupCodeUser member = new BackupCodeUser(realm);
        List<String> codes = member.enrol();

        realm.setAttribute("twoFactor.backupCodes", "0");

        for (String code : codes) {
            member.enter(code).signedIn();
        }
    }

    @Test
    @DisplayName("can be kept by cancelling if few codes are left and the user has started to create new ones")
    void cancelWhenLow() {
        List<String> codes = user.enrol();
        codes.subList(0, 3).forEach(code -> BackupCodeUser.isLetThrough(user.enter(code)));

        Page challenge =
                REALM.signIn(new Browser(), user.askForCodes(), user.account()).page();
        Page question = BackupCodeUser.backupPage(challenge)
                .submit("backupCode", codes.get(3))
                .page();

        assertTrue(question.text().contains("only 2 backup codes left"), question::toString);
        question.press("cancel-aia").signedIn();
    }
}
