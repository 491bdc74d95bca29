package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.UserSpec;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.ComposedFlow;
import io.strongroom.testrealm.support.RealmFlow;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flows with all second factors that Keycloak supports, together with a rule. */
@DisplayName("X18 The single question that a flow and the rule ask together")
class OneQuestionIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String RECOVERY = "auth-recovery-authn-code-form";
    private static final String KEY = "webauthn-authenticator";
    private static final String FLOW_ASKS_KEY = "login-webauthn-authenticate";
    private static final String[] CODES = {"RECOVERYCODE", "NEXTCODENEXT", "THIRDCODEONE"};

    private static final TestRealm STOCK = realm("stock", "required", "totp,sms");
    private static final TestRealm COPIED = copied(realm("copied", "required", "totp,sms"));

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final Browser browser = new Browser();

    private static TestRealm realm(String label, String enforcement, String methods) {
        TestRealm realm = TestRealm.create(
                label,
                Map.of(
                        "twoFactor.enforcement", enforcement,
                        "twoFactor.methods", methods,
                        "twoFactor.rememberBrowserDays", "30"));
        RealmFlow.stock(realm, "browser").require(RECOVERY, "ALTERNATIVE").require(KEY, "ALTERNATIVE");
        return realm;
    }

    private static TestRealm copied(TestRealm realm) {
        RealmFlow.stock(realm, "browser").copy().bind("browserFlow");
        return realm;
    }

    private static TestRealm realm(String flow) {
        return flow.equals("copied") ? COPIED : STOCK;
    }

    private TestUser user(TestRealm realm, UnaryOperator<UserSpec> change) {
        return realm.addUser("user" + number.substring(1) + realm.name().charAt(0), change);
    }

    private void assertOneMessage(TestRealm realm, UnaryOperator<UserSpec> change) {
        Page page = realm.signIn(browser, user(realm, change)).page();

        assertEquals("login-strongroom-code", page.id(), page::toString);
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @ParameterizedTest(name = "is asked by the guard for the number, and not for a recovery code, in a {0} flow")
    @ValueSource(strings = {"stock", "copied"})
    void numberAndRecoveryCodes(String flow) {
        assertOneMessage(realm(flow), spec -> spec.recoveryCodes(CODES).number(number));
    }

    @ParameterizedTest(name = "is asked by the guard, and not for the key, which does not count yet, in a {0} flow")
    @ValueSource(strings = {"stock", "copied"})
    void numberAndKey(String flow) {
        assertOneMessage(realm(flow), spec -> spec.securityKey().number(number).recoveryCodes(CODES));
    }

    @ParameterizedTest(
            name = "is asked by the guard if the key is the first of a user who also has an app, in a flow that is {0}")
    @ValueSource(strings = {"stock", "copied"})
    void appAndKey(String flow) {
        TestRealm realm = realm(flow);
        TestUser user = user(realm, spec -> spec.securityKey().app(secret));

        Page page = realm.signIn(browser, user).page();

        assertEquals("login-strongroom-totp", page.id(), page::toString);
        page.submit("code", AuthenticatorApp.ofStored(secret).code()).signedIn();
    }

    @ParameterizedTest(
            name =
                    "is asked by the flow if the user has only a key, before another factor is set up, in a flow that is {0}")
    @ValueSource(strings = {"stock", "copied"})
    void keyOnly(String flow) {
        TestRealm realm = realm(flow);

        Page page = realm.signIn(browser, user(realm, UserSpec::securityKey)).page();

        assertEquals(FLOW_ASKS_KEY, page.id(), page::toString);
    }

    @Test
    @DisplayName("is asked by the flow if the tenant leaves the choice to users and the user has a key")
    void optional() {
        TestRealm realm = realm("optional", "optional", "sms");

        Page page = realm.signIn(browser, user(realm, UserSpec::securityKey)).page();

        assertEquals(FLOW_ASKS_KEY, page.id(), page::toString);
    }

    @Test
    @DisplayName("is asked by the guard if the tenant leaves the choice to users and the user has a key and a number")
    void optionalNumber() {
        assertOneMessage(
                realm("optional", "optional", "sms"), spec -> spec.securityKey().number(number));
    }

    @ParameterizedTest(
            name =
                    "is asked by the flow for the key, and no address replaces it with a text message: {1} in a flow that is "
                            + "{0}")
    @CsvSource({
        "stock,acr_values,2",
        "copied,acr_values,2",
        "stock,kc_action,sms-otp-enrol",
        "copied,kc_action,sms-otp-enrol"
    })
    void requests(String flow, String parameter, String value) {
        TestRealm realm = realm("asked", "off", "sms");
        realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        if (flow.equals("copied")) {
            copied(realm);
        }
        TestUser user = user(realm, spec -> spec.securityKey().number(number));

        Page page = realm.signIn(browser, realm.app().authorize().with(parameter, value), user)
                .page();

        assertEquals(FLOW_ASKS_KEY, page.id(), page::toString);
        assertEquals(0, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("C1 is asked by the guard if the copied flow would ask for an app that the strategy does not accept")
    void exclusive() {
        assertOneMessage(
                copied(realm("exclusive", "required", "sms")),
                spec -> spec.app(secret).number(number));
    }

    @Test
    @DisplayName("is asked once by the copied flow if it verifies a factor that counts: the app or a recovery code")
    void recoveryCodeCounts() {
        TestUser user = user(COPIED, spec -> spec.app(secret).recoveryCodes(CODES));
        Page app = COPIED.signIn(browser, user).page();
        assertEquals("login-login-otp", app.id(), app::toString);

        Page chooser = app.form("tryAnotherWay").submit().page();
        Page code = browser.post(
                        chooser.form("authenticationExecution").action(),
                        Map.of("authenticationExecution", recovery(chooser)))
                .page();
        code.submit("recoveryCodeInput", CODES[0]).signedIn();

        assertEquals(
                "recovery-authn-codes",
                COPIED.awaitEvent(user, "LOGIN").getDetails().get("second_factor"));
        assertEquals(
                "used",
                COPIED.awaitEvent(user, "UPDATE_CREDENTIAL").getDetails().get("action"));
    }

    private static String recovery(Page chooser) {
        for (Element item : chooser.document().select("li:has([name=authenticationExecution])")) {
            if (item.text().contains("Recovery")) {
                return item.select("[name=authenticationExecution]").attr("value");
            }
        }
        throw new AssertionError("No recovery codes are offered on " + chooser);
    }

    @Test
    @DisplayName("security 11 14: is asked by a flow that requires recovery codes in order, each once, with limited "
            + "entries")
    void requiredRecoveryCodes() {
        TestRealm realm = ComposedFlow.passwordThen(
                "recovery", RECOVERY, Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        TestUser user = user(realm, spec -> spec.number(number).recoveryCodes(CODES));

        realm.signIn(browser, user).page().submit("recoveryCodeInput", CODES[0]).signedIn();
        Page again = realm.signIn(new Browser(), user).page();
        for (int entry = 0; entry < 6; entry++) {
            again = again.submit("recoveryCodeInput", CODES[0]).page();
        }
        Page waiting = again.submit("recoveryCodeInput", CODES[1]).page();

        assertTrue(waiting.hasField("recoveryCodeInput"), waiting::toString);
        assertEquals(0, VONAGE.texts(number).size());
    }

    @ParameterizedTest(name = "is asked by the flow if it always asks for a code of the app, in a flow that is {0}")
    @ValueSource(strings = {"stock", "copied"})
    void requiredSubFlow(String flow) {
        TestRealm realm = realm("always", "required", "totp");
        RealmFlow bound = RealmFlow.stock(realm, "browser");
        bound = flow.equals("copied") ? bound.copy().bind("browserFlow") : bound;
        bound.require("Conditional 2FA", "REQUIRED");
        TestUser user = user(realm, spec -> spec.app(secret));

        Page page = realm.signIn(browser, user).page();

        assertEquals("login-login-otp", page.id(), page::toString);
        page.submit("otp", AuthenticatorApp.ofStored(secret).code()).signedIn();
    }
}
