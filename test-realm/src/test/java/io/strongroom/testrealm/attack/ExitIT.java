package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SamlService;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("X1 X26 The exit check stops a login that Keycloak would complete while the guard is still waiting")
class ExitIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final Map<String, String> RULE =
            Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms");
    private static final TestRealm REALM = TestRealm.create("exit", realm -> {
                realm.getAttributes().putAll(RULE);
                realm.setResetPasswordAllowed(true);
                return realm;
            })
            .withMail();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private TestUser user() {
        return REALM.addUser("user" + number.substring(1), spec -> spec.number(number));
    }

    /** Posts the consent of a login that has not reached the consent page; no page of the guard offers this. */
    private Landing consent(TestRealm realm, Page page) {
        return browser.post(
                URI.create(realm.uri() + "/login-actions/consent?"
                        + page.form("code").action().getRawQuery()),
                Map.of("accept", "Yes"));
    }

    private void assertStopped(TestRealm realm, TestUser user, Page page) {
        assertEquals("login-strongroom-code", consent(realm, page).page().id());
        assertFalse(realm.sessions(user).elements().hasNext());
        assertTrue(browser.cookie("KEYCLOAK_IDENTITY").isEmpty());
        assertFalse(realm.admin()
                .get(realm.path("/users/" + user.id() + "/consents"))
                .elements()
                .hasNext());
        EventRepresentation event = realm.awaitEvent(user, "LOGIN_ERROR");
        assertEquals("second_factor_bypassed", event.getError());
        assertEquals("sms-otp", event.getDetails().get("second_factor"));
        assertTrue(realm.events(user).stream().noneMatch(any -> "LOGIN".equals(any.getType())));
    }

    @ParameterizedTest(name = "stops an OpenID Connect login with response type \"{0}\"")
    @ValueSource(strings = {"code", "token", "id_token token", "code id_token", "code id_token token"})
    void openId(String responseType) {
        TestUser user = user();
        REALM.addClient("any" + number.substring(1), client -> {
            client.setImplicitFlowEnabled(true);
            return client;
        });
        AuthorizationRequest request = REALM.app("any" + number.substring(1))
                .authorize()
                .with("response_type", responseType)
                .with("nonce", "n");
        if (!responseType.startsWith("code")) {
            request.parameters().remove("code_challenge");
            request.parameters().remove("code_challenge_method");
        }
        Page page = REALM.signIn(browser, request, user).page();

        assertStopped(REALM, user, page);
    }

    @Test
    @DisplayName("lets the stopped login continue at the guard, with the code already sent")
    void goesOn() {
        TestUser user = user();
        Page page = REALM.signIn(browser, user).page();

        Page again = consent(REALM, page).page();

        again.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
        assertEquals(1, REALM.sessions(user).size());
    }

    @Test
    @DisplayName("stops a SAML login")
    void saml() {
        TestRealm realm = TestRealm.create("exitsaml", RULE);
        SamlService service = SamlService.addTo(realm);
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        Page page = browser.open(service.request())
                .page()
                .submit(Map.of("username", user.name(), "password", user.password()))
                .page();

        assertStopped(realm, user, page);
    }

    @Test
    @DisplayName("stops a device grant, and the device gets no tokens")
    void device() {
        TestUser user = user();
        Answer device = REALM.app().device();
        Page page = browser.open(URI.create(device.text("verification_uri_complete")))
                .page()
                .submit(Map.of("username", user.name(), "password", user.password()))
                .page();

        assertStopped(REALM, user, page);
        assertFalse(REALM.app().poll(device).hasTokens());
    }

    @Test
    @DisplayName("applies a data room's rule in a tenant that has no rule")
    void dataRoom() {
        TestRealm realm = TestRealm.create("exitroom");
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser member = realm.addUser("member", spec -> spec.memberOf(room).numberFor(room, number));
        Page page = realm.signIn(browser, member).page();

        assertStopped(realm, member, page);
    }

    @Test
    @DisplayName("stops an administrator's login to a console and leaves the earlier session unchanged")
    void administrator() {
        TestRealm realm = TestRealm.create("exitadmin");
        TestUser owner = realm.addUser("owner", spec -> spec.number(number));
        realm.grantRole(owner, "realm-management", "realm-admin");
        realm.signIn(browser, owner).signedIn();
        JsonNode before = realm.sessions(owner);
        realm.setAttribute("twoFactor.methods", "sms");
        realm.setAttribute("twoFactor.enforcement", "required");
        Page page = browser.open(new AuthorizationRequest(
                        realm.app().authorize().endpoint(),
                        Map.of(
                                "client_id", "security-admin-console",
                                "response_type", "code",
                                "scope", "openid",
                                "redirect_uri", realm.server().baseUrl() + "/admin/" + realm.name() + "/console/",
                                "code_challenge_method", "S256",
                                "code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")))
                .page();

        assertEquals("login-strongroom-code", consent(realm, page).page().id());
        JsonNode after = realm.sessions(owner);
        assertEquals(1, after.size());
        assertEquals(before.path(0).path("id"), after.path(0).path("id"));
        assertEquals(before.path(0).path("clients"), after.path(0).path("clients"));
        assertTrue(realm.events(owner).stream().anyMatch(event -> "second_factor_bypassed".equals(event.getError())));
    }

    @Test
    @DisplayName("stops a login through a password reset link")
    void resetLink() {
        TestUser user = user();
        REALM.loginPage(browser).click("a[href*=reset-credentials]").page().submit("username", user.name());
        Page page = browser.open(MailedLink.to(user)).page();

        assertStopped(REALM, user, page);
    }

    @Test
    @DisplayName("stops an e-mailed link to required actions before anything in the account changes")
    void actionMail() {
        TestUser user = user();
        REALM.admin().put(REALM.path("/users/" + user.id() + "/execute-actions-email"), List.of("UPDATE_PASSWORD"));
        Page page = browser.open(MailedLink.to(user))
                .page()
                .click("#kc-info-message a")
                .page();

        consent(REALM, page);

        assertFalse(REALM.sessions(user).elements().hasNext());
        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("X9 X12 is reported by a health finding for a day and counted by a metric")
    void said() {
        TestRealm realm = TestRealm.create("exitsaid", RULE);
        TestUser user = realm.addUser("user", spec -> spec.number(number));
        double before = Harness.metrics().sum("strongroom_exit_stopped_total");
        Page page = realm.signIn(browser, user).page();
        consent(realm, page);
        realm.awaitEvent(user, "LOGIN_ERROR");

        JsonNode findings = AdminApi.of(realm).get("/health").expect(200).body();

        assertTrue(
                findings.toString().contains("One login in the last 24 hours got past the guard"), findings::toString);
        assertTrue(Harness.metrics().sum("strongroom_exit_stopped_total") > before);
    }
}
