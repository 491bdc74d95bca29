package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Levels of an existing session, which are recorded, and of the request, which asks for one. */
@DisplayName("X7 security 29: Step-up by acr in an existing session")
class StepUpIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final TestRealm REALM =
            TestRealm.create("stepup", Map.of("twoFactor.enforcement", "off", "twoFactor.methods", "sms,totp"));
    private static final TestRealm GUARDED =
            TestRealm.create("levels", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    static {
        // a data room's rule, so that the guard is registered but asks nobody else
        REALM.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
    }

    private TestUser user(TestRealm realm) {
        return realm.addUser("user" + number.substring(1), spec -> spec.number(number));
    }

    private Answer signedInAtTwo(TestRealm realm, AuthorizationRequest request) {
        Page code = realm.signIn(browser, request, user(realm)).page();
        Answer tokens = realm.app()
                .exchange(code.submit("code", VONAGE.awaitCode(number)).signedIn());
        assertEquals("2", acr(tokens));
        return tokens;
    }

    private static String acr(Answer tokens) {
        return tokens.idToken().path("acr").asText();
    }

    private static AuthorizationRequest essential(App app, String level) {
        return app.authorize()
                .with("claims", "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + level + "\"]}}}");
    }

    @ParameterizedTest(
            name = "is satisfied for acr_values={0} by a session with acr 2, without a page and even with prompt=none")
    @ValueSource(strings = {"1", "2"})
    void met(String level) {
        signedInAtTwo(GUARDED, GUARDED.app().authorize());
        App app = GUARDED.app();

        for (AuthorizationRequest request : new AuthorizationRequest[] {
            app.authorize().with("acr_values", level),
            app.authorize().with("acr_values", level).with("prompt", "none"),
            essential(app, level)
        }) {
            assertEquals("2", acr(app.exchange(browser.open(request).signedIn())));
        }
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("is also satisfied if the requesting application has a default or a minimum level")
    void clientLevels() {
        for (String setting : new String[] {"default.acr.values", "minimum.acr.value"}) {
            GUARDED.addClient(setting, client -> {
                client.getAttributes().putAll(Map.of("acr.loa.map", "{\"gold\":2}", setting, "gold"));
                return client;
            });
        }
        signedInAtTwo(GUARDED, GUARDED.app().authorize());

        for (String id : new String[] {"default.acr.values", "minimum.acr.value"}) {
            App app = GUARDED.app(id);
            assertEquals("gold", acr(app.exchange(browser.open(app.authorize()).signedIn())));
        }
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("asks for the factor, but not the password again, if only the password was passed")
    void factorOnly() {
        App app = REALM.app();
        assertEquals(
                "1",
                acr(app.exchange(
                        REALM.signIn(browser, app.authorize(), user(REALM)).signedIn())));
        assertEquals(
                "interaction_required",
                browser.open(app.authorize().with("acr_values", "2").with("prompt", "none"))
                        .returned()
                        .error()
                        .orElse(""));

        Page code = browser.open(app.authorize().with("acr_values", "2")).page();

        assertEquals("login-strongroom-code", code.id(), code::toString);
        Answer tokens =
                app.exchange(code.submit("code", VONAGE.awaitCode(number)).signedIn());
        assertEquals("2", acr(tokens));
        assertEquals(
                "2",
                acr(app.exchange(
                        browser.open(app.authorize().with("acr_values", "2")).signedIn())));
    }

    @Test
    @DisplayName("leaves higher levels to Keycloak, which asks for the password, and acr does not exceed 2")
    void above() {
        App app = GUARDED.app();
        signedInAtTwo(GUARDED, app.authorize());

        Page password = browser.open(app.authorize().with("acr_values", "3")).page();

        assertTrue(password.hasField("password"), password::toString);
    }

    @Test
    @DisplayName("asks for the password and the factor again if max_age or prompt=login requires it")
    void fresh() {
        App app = GUARDED.app();
        signedInAtTwo(GUARDED, app.authorize());

        Page password = browser.open(app.authorize().with("acr_values", "2").with("prompt", "login"))
                .page();

        assertTrue(password.hasField("password"), password::toString);
    }
}
