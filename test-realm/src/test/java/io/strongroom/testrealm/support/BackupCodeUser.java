package io.strongroom.testrealm.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.keycloak.representations.idm.EventRepresentation;

/** A user with an app who generates backup codes and logs in with them. */
public final class BackupCodeUser {
    public static final String WRONG_CODE = "00000-00000-00000";

    private final TestRealm realm;
    private final String secret = UUID.randomUUID().toString();
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final TestUser user;

    public BackupCodeUser(TestRealm realm) {
        this.realm = realm;
        this.user = realm.addUser("user" + secret.substring(0, 8), spec -> spec.app(secret));
    }

    /** Creates a tenant with an optional second factor and six codes, unless {@code more} overrides that. */
    public static TestRealm realm(Map<String, String> more) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of(
                "twoFactor.enforcement", "optional",
                "twoFactor.methods", "totp",
                "twoFactor.backupCodes", "6"));
        attributes.putAll(more);
        return TestRealm.create("backup", attributes);
    }

    public TestUser account() {
        return user;
    }

    public AuthenticatorApp app() {
        return app;
    }

    // Generating codes

    /** The request by which the account console generates codes. */
    public AuthorizationRequest askForCodes() {
        return realm.app().authorize().with("kc_action", "backup-codes-enrol");
    }

    /** Asks for a set as the account console does, and passes the existing factor. */
    public Landing afterApp(Browser browser) {
        Page asked = realm.signIn(browser, askForCodes(), user).page();
        assertEquals("login-strongroom-totp", asked.id());
        return asked.submit("code", app.code());
    }

    /** The page that shows a new set. */
    public Page codesPage(Browser browser) {
        return afterApp(browser).page();
    }

    public List<String> enrol() {
        Page page = codesPage(new Browser());
        page.press("saved").signedIn();
        return codesOn(page);
    }

    public static List<String> codesOn(Page page) {
        List<String> codes =
                page.document().select("[data-strongroom-codes] li").eachText();
        assertFalse(codes.isEmpty(), page::toString);
        return codes;
    }

    // Logging in

    /** Returns the page that asks for a backup code at a login. */
    public Page backupPage(Browser browser) {
        return backupPage(realm.signIn(browser, user).page());
    }

    public Page backupPage() {
        return backupPage(new Browser());
    }

    /** Returns the page that asks for a backup code instead of the app. */
    public static Page backupPage(Page challenge) {
        Page page = challenge.form("method").press("method", "backup").page();
        assertEquals("login-strongroom-backup-code", page.id());
        return page;
    }

    /** Logs in with a code. */
    public Landing enter(String code) {
        return backupPage().submit("backupCode", code);
    }

    public boolean isRefused(String code) {
        return enter(code).page().message().contains("not right");
    }

    /** Returns whether the login reaches the application, possibly after a notice that few codes are left. */
    public static boolean isLetThrough(Landing landing) {
        return (landing instanceof Page page ? page.press("later") : landing) instanceof Arrival;
    }

    // Stored data

    /** Events about the set: {@code created}, {@code used} or {@code renewed}, newest first. */
    public List<EventRepresentation> changes(String action) {
        return realm.events(user).stream()
                .filter(event -> "UPDATE_CREDENTIAL".equals(event.getType()))
                .filter(event -> "backup-codes".equals(event.getDetails().get("credential_type")))
                .filter(event -> action.equals(event.getDetails().get("action")))
                .toList();
    }

    public int setsStored() {
        return realm.credentials(user, "backup-codes").size();
    }
}
