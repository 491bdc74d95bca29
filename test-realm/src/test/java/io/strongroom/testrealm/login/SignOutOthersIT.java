package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 22: The option to end all other sessions")
class SignOutOthersIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String FIELD = "logout-sessions";
    private static final TestRealm REALM = TestRealm.create(
            "others",
            Map.of("twoFactor.enforcement", "optional", "twoFactor.methods", "totp,sms", "twoFactor.backupCodes", "3"));

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final Browser browser = new Browser();

    private TestUser withApp() {
        return REALM.addUser("user" + number.substring(1), spec -> spec.app(secret));
    }

    private static int sessions(TestUser user) {
        return REALM.sessions(user).size();
    }

    /** A user with a session elsewhere; the change of factors starts in another browser. */
    private Page begin(TestUser user, String action) {
        REALM.signIn(new Browser(), user).page().submit("code", app.code()).signedIn();
        return REALM.signIn(browser, REALM.app().authorize().with("kc_action", action), user)
                .page()
                .submit("code", app.code())
                .page();
    }

    private void assertEnds(TestUser user, Page page, BiFunction<Page, Map<String, String>, Landing> change) {
        assertTrue(page.hasField(FIELD), page::toString);
        assertFalse(page.has("[name=" + FIELD + "][checked]"));
        assertEquals(1, sessions(user));
        Landing landing = change.apply(page, Map.of(FIELD, "on"));
        if (landing instanceof Page next && next.hasField("set")) {
            next.press("saved");
        }
        assertEquals(1, sessions(user), "of the browser that made the change");
        assertTrue(REALM.events(user).stream().anyMatch(event -> "LOGOUT".equals(event.getType())));
    }

    @Test
    @DisplayName("is offered when a number is added")
    void number() {
        TestUser user = withApp();
        Page code = begin(user, "sms-otp-enrol").submit("phoneNumber", number).page();

        assertEnds(
                user,
                code,
                (page, ticked) -> page.form("code")
                        .with(ticked)
                        .with("code", VONAGE.awaitCode(number))
                        .submit());
    }

    @Test
    @DisplayName("is offered when an app is added")
    void app() {
        TestUser user = withApp();
        Page setUp = begin(user, "CONFIGURE_TOTP");

        assertEnds(
                user,
                setUp,
                (page, ticked) -> page.form("totp")
                        .with(ticked)
                        .with(Map.of("totp", AuthenticatorApp.on(page).code(), "userLabel", "second"))
                        .submit());
    }

    @Test
    @DisplayName("is offered when backup codes are made")
    void codes() {
        TestUser user = withApp();
        Page codes = begin(user, "backup-codes-enrol");

        assertEnds(user, codes, (page, ticked) -> page.form("set").with(ticked).press("saved"));
    }

    @Test
    @DisplayName("is offered when a factor is removed")
    void removed() {
        TestUser user = REALM.addUser(
                "user" + number.substring(1), spec -> spec.app(secret).number(number));
        Page delete = begin(user, "delete_credential:" + REALM.credentialId(user, "sms-otp"));

        assertEnds(
                user, delete, (page, ticked) -> page.form("accept").with(ticked).press("accept"));
        assertTrue(REALM.credentials(user, "sms-otp").isEmpty());
    }

    @Test
    @DisplayName("leaves other sessions alone if the box is not ticked")
    void unticked() {
        TestUser user = REALM.addUser(
                "user" + number.substring(1), spec -> spec.app(secret).number(number));
        Page delete = begin(user, "delete_credential:" + REALM.credentialId(user, "sms-otp"));

        delete.press("accept").signedIn();

        assertEquals(2, sessions(user));
    }
}
