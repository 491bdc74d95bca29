package io.strongroom.testrealm.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.DocumentedPictures;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SigningInPage;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.BackupCodeUser;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The account console")
class AccountConsoleIT {
    private static final Vonage VONAGE = Harness.vonage();

    private static final TestRealm REALM = realm("optional", Map.of("twoFactor.backupCodes", "5"));

    private final String number = PhoneNumbers.next();
    private final String masked = "•••" + number.substring(number.length() - 2);
    private final String name = "account" + number.substring(8);

    private static TestRealm realm(String enforcement, Map<String, String> more) {
        Map<String, String> attributes = new LinkedHashMap<>(
                Map.of("twoFactor.enforcement", enforcement, "twoFactor.rememberBrowserDays", "30"));
        attributes.putAll(more);
        return TestRealm.create("account", attributes);
    }

    private static void enterCodeSentTo(Page page, String phoneNumber) {
        enterCode(page, VONAGE.awaitCode(phoneNumber));
    }

    private static void enterCode(Page page, String code) {
        page.locator("[name=code]").fill(code);
        page.locator("[name=login]").click();
    }

    @Test
    @DisplayName("T1 T2 lets a user add a number, get backup codes, see both listed, and rename and remove the number")
    void number() {
        TestUser user = REALM.addUser(name);
        try (Chromium chromium = Chromium.open()) {
            SigningInPage account = new SigningInPage(REALM, chromium);
            Page page = account.page();
            account.signIn(user);
            assertThat(account.list("sms-otp")).containsText("Text message is not set up");

            account.add("sms-otp");
            page.locator("[name=phoneNumber]").fill(number);
            page.locator("[name=phoneNumber]").press("Enter");
            enterCodeSentTo(page, number);
            page.locator("[name=saved]").click();

            assertThat(account.row("sms-otp", masked)).hasCount(1);
            assertThat(account.row("backup-codes", "Backup codes")).containsText("Unused codes: 5");
            chromium.assertAccessible("main");

            assertEquals(204, account.api().rename(REALM.credentialId(user, "sms-otp"), "Work phone"));
            account.open();
            assertThat(account.row("sms-otp", "Work phone")).containsText(masked);

            account.remove("sms-otp", "Work phone");
            assertThat(account.list("sms-otp")).containsText("Text message is not set up");
        }
    }

    @Test
    @DisplayName("T2 shows a user how many backup codes are left and generates new ones")
    void backupCodes() {
        TestUser user = REALM.addUser(name, spec -> spec.number(number));
        try (Chromium chromium = Chromium.open()) {
            SigningInPage account = new SigningInPage(REALM, chromium);
            Page page = account.page();
            account.signIn(user);
            enterCodeSentTo(page, number);
            account.add("backup-codes");
            String code = page.locator("[data-strongroom-codes] li")
                    .first()
                    .textContent()
                    .strip();
            page.locator("[name=saved]").click();
            useUp(code, user);

            account.open();
            assertThat(account.row("backup-codes", "Backup codes")).containsText("Unused codes: 4");
            account.update("backup-codes", "Backup codes");
            page.locator("[name=renew]").click();
            page.locator("[name=saved]").click();
            assertThat(account.row("backup-codes", "Backup codes")).containsText("Unused codes: 5");
        }
    }

    private static void useUp(String backupCode, TestUser user) {
        BackupCodeUser.backupPage(REALM.signIn(new io.strongroom.testrealm.harness.Browser(), user)
                        .page())
                .submit("backupCode", backupCode)
                .signedIn();
    }

    @Test
    @DisplayName(
            "C12 X14 explains a factor that the tenant requires, in the user's language, instead of showing a remove "
                    + "button")
    void required() {
        TestRealm realm = realm("required", Map.of("twoFactor.methods", "sms"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        try (Chromium chromium = Chromium.open(new Browser.NewContextOptions().setLocale("de"))) {
            SigningInPage account = new SigningInPage(realm, chromium);
            account.signIn(user);
            enterCodeSentTo(account.page(), number);

            assertThat(account.row("sms-otp", masked)).containsText("Nur ein Administrator kann ihn entfernen.");
            assertThat(account.row("sms-otp", masked).locator("[data-testrole=remove]"))
                    .hasCount(0);
            chromium.assertAccessible("main");

            assertEquals(400, account.api().remove(realm.credentialId(user, "sms-otp")));
        }
    }

    @Test
    @DisplayName("D10 names the room of a number that is set for a data room and says why the member can't remove it")
    void dataRoom() {
        TestRealm realm = realm("optional", Map.of());
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser user = realm.addUser("user", spec -> spec.memberOf(room).numberFor(room, number));
        try (Chromium chromium = Chromium.open()) {
            SigningInPage account = new SigningInPage(realm, chromium);
            account.signIn(user);
            enterCodeSentTo(account.page(), number);

            assertThat(account.row("sms-otp", masked)).containsText("For data room “Falcon”");
            assertThat(account.row("sms-otp", masked)).containsText("A data room of yours asks for a second step.");
            chromium.assertAccessible("main");

            assertEquals(400, account.api().remove(realm.credentialId(user, "sms-otp")));
        }
    }

    @Test
    @DisplayName("C2 offers nothing and says so if administrators manage factors")
    void administered() {
        TestRealm realm = realm("optional", Map.of("twoFactor.selfService", "false"));
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        try (Chromium chromium = Chromium.open()) {
            SigningInPage account = new SigningInPage(realm, chromium);
            account.signIn(user);
            enterCodeSentTo(account.page(), number);

            assertThat(account.row("sms-otp", masked)).containsText("Second steps are managed by administrators here.");
            assertThat(account.page().getByTestId("sms-otp/create")).hasCount(0);
        }
    }

    @Test
    @DisplayName("X6 lists a remembered browser by name and asks for the factor there as soon as its user forgets it")
    void rememberedBrowser() {
        TestUser user = REALM.addUser(name, spec -> spec.number(number));
        try (Chromium chromium = Chromium.open()) {
            SigningInPage account = new SigningInPage(REALM, chromium);
            Page page = account.page();
            account.signIn(user);
            page.locator("[name=rememberBrowser]").check();
            enterCodeSentTo(page, number);
            account.awaitList("remembered-browser");
            REALM.signOut(user);
            account.signIn(user);

            assertThat(account.row("remembered-browser", "Chrom")).containsText("Created");
            chromium.assertAccessible("main");
            account.remove("remembered-browser", "Chrom");
            enterCode(page, VONAGE.awaitCode(number, 2));
            assertThat(account.list("sms-otp")).isVisible();
            assertThat(account.list("remembered-browser")).hasCount(0);
        }
    }

    @Test
    @DisplayName("T1 X14 is accessible with all kinds together, in dark mode too, and is pictured")
    void picture() {
        TestRealm realm = realm("optional", Map.of("twoFactor.backupCodes", "10"));
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true"));
        TestUser anna = realm.addUser(
                "anna",
                spec -> spec.number(number)
                        .memberOf(room)
                        .numberFor(room, PhoneNumbers.next())
                        .app("a secret of twenty b"));
        try (Chromium chromium = Chromium.open(new Browser.NewContextOptions()
                .setLocale("en")
                .setUserAgent("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .setViewportSize(1280, 1750))) {
            SigningInPage account = new SigningInPage(realm, chromium);
            account.signIn(anna);
            enterCodeSentTo(account.page(), number);
            account.add("backup-codes");
            account.page().locator("[name=saved]").click();
            account.awaitList("backup-codes");
            realm.signOut(anna);
            account.signIn(anna);
            account.page().locator("[name=rememberBrowser]").check();
            enterCode(account.page(), VONAGE.awaitCode(number, 2));
            assertThat(account.row("remembered-browser", "Firefox · Linux")).isVisible();
            chromium.assertAccessible("main");
            DocumentedPictures.take(chromium, "account");
            account.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(account.page().locator("html.pf-v5-theme-dark")).hasCount(1);
            chromium.assertAccessible("main");
        }
    }
}
