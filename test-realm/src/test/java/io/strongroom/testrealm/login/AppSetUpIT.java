package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("Setting up an authenticator app")
class AppSetUpIT {
    private static final String SET_UP = "login-strongroom-totp-setup";
    private static final TestRealm REALM = TestRealm.create("app", representation -> {
        representation.getAttributes().put("twoFactor.enforcement", "required");
        representation.getAttributes().put("twoFactor.methods", "totp");
        representation.setDisplayName("Acme: <b>Å & Ä</b>");
        return representation;
    });

    private final String name = "user" + UUID.randomUUID().toString().substring(0, 8);
    private final Browser browser = new Browser();

    private Page setUp(TestUser user) {
        Page page = REALM.signIn(browser, user).page();
        assertEquals(SET_UP, page.id());
        return page;
    }

    /**
     * Returns the page that the account console requests, after "Phone" was set up and its code entered in another
     * browser.
     */
    private Page another(TestUser user) {
        Page first = setUp(user);
        AuthenticatorApp phone = AuthenticatorApp.on(first);
        first.submit(Map.of("totp", phone.code(), "userLabel", "Phone")).signedIn();
        return REALM.signIn(new Browser(), REALM.app().authorize().with("kc_action", "CONFIGURE_TOTP"), user)
                .page()
                .submit("code", phone.code())
                .page();
    }

    private static URI link(Page page) {
        return URI.create(page.document().select("a[href^=otpauth:]").attr("href"));
    }

    private List<String> apps(TestUser user) {
        return REALM.credentials(user, "otp").stream()
                .map(credential -> String.valueOf(credential.getUserLabel()))
                .toList();
    }

    @Test
    @DisplayName("C10 O4 security 26: the page shows the link, the text and the QR code with the tenant's name, and no "
            + "field contains the secret")
    void page() {
        Page page = setUp(REALM.addUser(name));

        assertEquals("/Acme  <b>Å & Ä</b>:" + name, link(page).getPath());
        String text = page.document().select("#kc-totp-secret-key").text();
        assertTrue(text.matches("([A-Z2-7]{4} ){7}[A-Z2-7]{4}"), text);
        assertTrue(link(page).getRawQuery().startsWith("secret=" + text.replace(" ", "") + "&"));
        assertTrue(page.has("img#kc-totp-secret-qr-code[alt]"));
        assertFalse(page.has("input[name=totpSecret]"));
        assertFalse(page.has("button[name=cancel-aia]"));
        assertEquals("numeric", page.document().select("[name=totp]").attr("inputmode"));
        assertEquals("one-time-code", page.document().select("[name=totp]").attr("autocomplete"));
        assertTrue(page.headers().firstValue("cache-control").orElse("").contains("no-store"));
        assertEquals(1, page.document().select("button#saveTOTPBtn").size());
        assertFalse(page.has("#strongroom-totp-parameters"), "nothing an app would not assume");
    }

    @ParameterizedTest(name = "C11 the code is accepted in the form in which it is typed: {0}")
    @ValueSource(strings = {"%s", "%.3s %s", " %s "})
    void typed(String form) {
        Page page = setUp(REALM.addUser(name));
        String code = AuthenticatorApp.on(page).code();

        page.submit(
                        "totp",
                        String.format(
                                form,
                                form.startsWith("%.3s") ? new Object[] {code, code.substring(3)} : new Object[] {code}))
                .signedIn();
    }

    @Test
    @DisplayName(
            "C9 a wrong code shows an error at the field, emits an event and keeps the secret, which is different in "
                    + "another login")
    void wrong() {
        TestUser user = REALM.addUser(name);
        Page page = setUp(user);

        Page again =
                page.submit(Map.of("totp", "000000", "userLabel", "My phone")).page();

        assertEquals("true", again.document().select("#totp").attr("aria-invalid"));
        assertTrue(again.document().select("#input-error-totp").text().contains("check the clock"));
        assertTrue(again.has("#totp[autofocus]"));
        assertEquals("My phone", again.document().select("#userLabel").val());
        assertEquals(link(page), link(again));
        EventRepresentation event = REALM.awaitEvent(user, "UPDATE_CREDENTIAL_ERROR");
        assertEquals("otp", event.getDetails().get("credential_type"));
        assertNotEquals(link(page), link(REALM.signIn(new Browser(), user).page()));
        again.submit("totp", AuthenticatorApp.on(page).code()).signedIn();
        assertEquals(List.of("My phone"), apps(user));
    }

    @ParameterizedTest(name = "\"{0}\" is not a code: {1}")
    @CsvSource({"'', Please enter the code", "abcdef, Please enter the code", "12345, not right"})
    void noCode(String entered, String reason) {
        Page again = setUp(REALM.addUser(name)).submit("totp", entered).page();

        assertTrue(again.message().contains(reason), again::toString);
    }

    @Test
    @DisplayName(
            "T1 a user with an app passes it first, gives the second app a different name, and can cancel the page")
    void second() {
        TestUser user = REALM.addUser(name);
        Page page = another(user);
        assertEquals(SET_UP, page.id());
        String code = AuthenticatorApp.on(page).code();

        Page nameless = page.submit("totp", code).page();
        assertTrue(
                nameless.document().select("#input-error-userLabel").text().contains("device name"),
                nameless::toString);
        assertTrue(nameless.has("#userLabel[autofocus]"));
        assertFalse(nameless.has("#totp[autofocus]"));
        Page taken = nameless.submit(Map.of("totp", code, "userLabel", "Phone")).page();
        assertTrue(taken.message().contains("app of this name"), taken::toString);
        Page tooLong =
                taken.submit(Map.of("totp", code, "userLabel", "x".repeat(256))).page();
        assertTrue(tooLong.message().contains("255 characters"), tooLong::toString);
        assertEquals(List.of("Phone"), apps(user));

        Arrival left = tooLong.press("cancel-aia").signedIn();
        assertEquals("cancelled", left.parameter("kc_action_status").orElseThrow());
    }

    @Test
    @DisplayName(
            "T1 security 21 22: setting up an app emits one event of each kind and ends other sessions if the user "
                    + "chooses so")
    void signsOut() {
        TestUser user = REALM.addUser(name);
        Page page = another(user);
        assertEquals(1, REALM.sessions(user).size());

        Arrival done = page.submit(Map.of(
                        "totp", AuthenticatorApp.on(page).code(), "userLabel", "Tablet", "logout-sessions", "on"))
                .signedIn();

        assertEquals("success", done.parameter("kc_action_status").orElseThrow());
        assertEquals(List.of("Phone", "Tablet"), apps(user).stream().sorted().toList());
        assertEquals(1, REALM.sessions(user).size());
        REALM.awaitEvent(user, "LOGOUT");
        for (String type : List.of("UPDATE_CREDENTIAL", "UPDATE_TOTP")) {
            assertEquals(
                    2,
                    REALM.events(user).stream()
                            .filter(event -> type.equals(event.getType()))
                            .count(),
                    type);
        }
    }

    @Test
    @DisplayName("security 12: a secret sent by the browser is not accepted, even by the required action")
    void foreignSecret() {
        TestUser user = REALM.addUser(name);
        AuthenticatorApp weak = AuthenticatorApp.ofStored("x");

        Page again = another(user)
                .form("totp")
                .with(Map.of("totpSecret", "x", "totp", weak.code(), "userLabel", "Weak"))
                .submit()
                .page();

        assertTrue(again.message().contains("not right"), again::toString);
        assertEquals(List.of("Phone"), apps(user));
    }

    @Test
    @DisplayName("an app that an administrator requests is set up on the same page, without a cancel button")
    void requiredAction() {
        TestRealm realm = TestRealm.create("asked", Map.of("twoFactor.enforcement", "optional"));
        TestUser user = realm.addUser(name, spec -> spec.with(u -> u.setRequiredActions(List.of("CONFIGURE_TOTP"))));

        Page page = realm.signIn(browser, user).page();

        assertEquals(SET_UP, page.id());
        assertFalse(page.has("button[name=cancel-aia]"));
        page.submit("totp", AuthenticatorApp.on(page).code()).signedIn();
        assertEquals(
                "login-strongroom-totp",
                realm.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("X13 a realm without a policy uses Keycloak's own page")
    void withoutPolicy() {
        TestRealm realm = TestRealm.create("stock");
        TestUser user = realm.addUser(name, spec -> spec.with(u -> u.setRequiredActions(List.of("CONFIGURE_TOTP"))));

        Page page = realm.signIn(browser, user).page();

        assertEquals("login-login-config-totp", page.id());
        AuthenticatorApp app = AuthenticatorApp.ofStored(
                page.document().select("input[name=totpSecret]").val());
        Page again = page.submit("totp", "000000").page();
        assertEquals("login-login-config-totp", again.id());
        again.submit("totp", app.code()).signedIn();
    }

    @Test
    @DisplayName("T2 backup codes follow on a page that confirms that the app is set up")
    void done() {
        TestRealm realm = TestRealm.create(
                "done",
                Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp", "twoFactor.backupCodes", "5"));
        Page page = realm.signIn(browser, realm.addUser(name)).page();

        Page codes = page.submit("totp", AuthenticatorApp.on(page).code()).page();

        assertEquals("login-strongroom-backup-codes", codes.id());
        assertTrue(codes.text().contains("Your second step is set up."), codes::toString);
        codes.press("saved").signedIn();
        Page renewed = browser.open(realm.app().authorize().with("kc_action", "backup-codes-enrol"))
                .page()
                .press("renew")
                .page();
        assertFalse(renewed.text().contains("Your second step is set up."), renewed::toString);
    }

    @Test
    @DisplayName("C8 settings that apps do not assume are shown if the realm's OTP policy uses them")
    void otherPolicy() {
        TestRealm realm = TestRealm.create("policy", representation -> {
            representation.getAttributes().put("twoFactor.enforcement", "required");
            representation.getAttributes().put("twoFactor.methods", "totp");
            representation.setOtpPolicyType("totp");
            representation.setOtpPolicyInitialCounter(0);
            representation.setOtpPolicyLookAheadWindow(1);
            representation.setOtpPolicyAlgorithm("HmacSHA256");
            representation.setOtpPolicyDigits(8);
            representation.setOtpPolicyPeriod(60);
            return representation;
        });

        Page page = realm.signIn(browser, realm.addUser(name)).page();

        assertEquals(
                List.of("Type: Time-based", "Algorithm: SHA256", "Digits: 8", "Interval: 60"),
                page.document().select("#strongroom-totp-parameters li").eachText());
        assertTrue(link(page).getRawQuery().endsWith("&algorithm=SHA256&digits=8&period=60"));
    }
}
