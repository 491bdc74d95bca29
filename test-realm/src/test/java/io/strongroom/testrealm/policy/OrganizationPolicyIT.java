package io.strongroom.testrealm.policy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.AuthorizationRequest;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.Organization;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X15 The policy of an organization")
class OrganizationPolicyIT {

    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final TestRealm REALM = realm();
    private static final Organization LENIENT =
            Organization.create(REALM, "lenient", Map.of("twoFactor.enforcement", "off"));
    private static final Map<String, String> REQUIRED =
            Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp");

    private final String secret = "secret of an app" + NEXT.incrementAndGet();

    private static TestRealm realm() {
        return TestRealm.create("tenants", realm -> {
            realm.setOrganizationsEnabled(true);
            return realm;
        });
    }

    @Test
    @DisplayName("asks its members in a realm that asks nobody, and no other user")
    void members() {
        TestUser member = user("member");
        TestUser stranger = user("stranger");
        organization(REQUIRED).add(member);

        assertEquals("login-strongroom-totp-setup", pageOf(signIn(member)));
        assertArrives(signIn(stranger));
        assertEquals(
                "invalid_grant",
                REALM.confidentialApp()
                        .passwordGrant(member)
                        .body()
                        .path("error")
                        .asText());
        assertTrue(REALM.confidentialApp().passwordGrant(stranger).hasTokens());
    }

    @Test
    @DisplayName("adds up with those of the user's other organizations to one question, for what all of them accept")
    void strictest() {
        String number = PhoneNumbers.next();
        TestUser both = REALM.addUser(
                "both" + NEXT.incrementAndGet(), spec -> spec.number(number).app(secret));
        organization(with(REQUIRED, "twoFactor.methods", "totp,passkey")).add(both);
        organization(with(REQUIRED, "twoFactor.methods", "totp,sms")).add(both);

        Page page = signIn(both).page();

        assertEquals("login-strongroom-totp", page.id());
        assertFalse(page.html().contains("sms"), "no way by text message");
        page.submit("code", AuthenticatorApp.ofStored(secret).code()).signedIn();
    }

    @ParameterizedTest(name = "is not narrowed by the request: scope={0}")
    @ValueSource(strings = {"organization:lenient", "organization:*"})
    void scope(String scope) {
        TestUser user = user("user");
        organization(REQUIRED).add(user);
        LENIENT.add(user);
        AuthorizationRequest request = REALM.app().authorize().with("scope", "openid " + scope);

        assertEquals("login-strongroom-totp-setup", pageOf(Organization.signIn(new Browser(), request, user)));
    }

    @Test
    @DisplayName("is not narrowed by the organization that the user chooses at login")
    void chosen() {
        TestUser user = user("user");
        organization(REQUIRED).add(user);
        LENIENT.add(user);
        AuthorizationRequest request = REALM.app().authorize().with("scope", "openid organization");
        Page choice = new Browser()
                .open(request)
                .page()
                .submit("username", user.name())
                .page();

        Page password = choice.submit("kc.org", "lenient").page();
        assertEquals("login-strongroom-totp-setup", pageOf(password.submit("password", user.password())));
    }

    @Test
    @DisplayName("ends for a user who leaves, and begins for one who joins, whatever Keycloak has cached")
    void membership() {
        TestUser user = user("user");
        Organization acme = organization(REQUIRED);
        assertArrives(signIn(user));

        acme.add(user);
        assertEquals("login-strongroom-totp-setup", pageOf(signIn(user)));

        acme.remove(user);
        assertArrives(signIn(user));
    }

    @Test
    @DisplayName(
            "takes effect at the next login when it changes, and a session from before is asked, whatever is cached")
    void changes() {
        String number = PhoneNumbers.next();
        TestUser user = REALM.addUser("user" + NEXT.incrementAndGet(), spec -> spec.number(number));
        Organization acme = organization(Map.of());
        acme.add(user);
        Browser browser = new Browser();
        assertArrives(Organization.signIn(browser, REALM.app().authorize(), user));

        acme.setAttributes(with(REQUIRED, "twoFactor.methods", "sms"));
        assertEquals(
                "login-strongroom-code",
                pageOf(browser.open(REALM.confidentialApp().authorize())));
        assertEquals("login-strongroom-code", pageOf(signIn(user)));

        acme.setAttributes(with(REQUIRED, "twoFactor.methods", "totp"));
        assertEquals("login-strongroom-code", pageOf(signIn(user)), "own factors are passed before another is set up");

        acme.setAttributes(Map.of());
        assertArrives(signIn(user));
    }

    @Test
    @DisplayName("still holds when the organization is disabled, and goes with the organization")
    void disabled() {
        TestUser user = user("user");
        Organization acme = organization(REQUIRED);
        acme.add(user);
        assertEquals("login-strongroom-totp-setup", pageOf(signIn(user)));

        acme.disable(REQUIRED);
        assertEquals("login-strongroom-totp-setup", pageOf(signIn(user)));

        acme.delete();
        assertArrives(signIn(user));
    }

    @Test
    @DisplayName("still holds when organizations are switched off in the realm")
    void switchedOff() {
        TestRealm realm = realm();
        TestUser user = realm.addUser("user");
        Organization.create(realm, "acme", REQUIRED).add(user);
        assertEquals("login-strongroom-totp-setup", pageOf(Organization.signIn(realm, user)));

        realm.admin().put(realm.path(""), Map.of("organizationsEnabled", false));

        assertEquals("login-strongroom-totp-setup", pageOf(realm.signIn(new Browser(), user)));
    }

    @Test
    @DisplayName("registers the guard in its realm, which goes with the last policy")
    void guard() {
        TestRealm realm = realm();
        Organization acme = Organization.create(realm, "acme", Map.of());
        assertFalse(realm.requiredActions().contains("second-factor"));

        acme.setAttributes(REQUIRED);
        assertTrue(realm.requiredActions().contains("second-factor"));

        acme.setAttributes(Map.of("twoFactor.enforcement", "off"));
        await().until(() -> !realm.requiredActions().contains("second-factor"));

        acme.setAttributes(Map.of("twoFactor.enforcement", "on"));
        assertTrue(realm.requiredActions().contains("second-factor"), "a typo is the strictest value");

        acme.delete();
        await().until(() -> !realm.requiredActions().contains("second-factor"));
    }

    @Test
    @DisplayName("has exempt and required roles of its own")
    void roles() {
        Organization acme = organization(Map.of(
                "twoFactor.enforcement",
                "optional",
                "twoFactor.methods",
                "totp",
                "twoFactor.requiredRoles",
                "staff",
                "twoFactor.exemptRoles",
                "robot"));
        TestUser staff = REALM.addUser("staff" + NEXT.incrementAndGet(), spec -> spec.role("staff"));
        TestUser robot = REALM.addUser(
                "robot" + NEXT.incrementAndGet(), spec -> spec.role("staff").role("robot"));
        TestUser guest = user("guest");
        acme.add(staff);
        acme.add(robot);
        acme.add(guest);

        assertEquals("login-strongroom-totp-setup", pageOf(signIn(staff)));
        assertArrives(signIn(robot));
        assertArrives(signIn(guest));
    }

    @Test
    @DisplayName("decides what a member may set up in the account console, beside the realm's")
    void account() {
        TestUser user = REALM.addUser("user" + NEXT.incrementAndGet(), spec -> spec.app(secret));
        organization(REQUIRED).add(user);

        Page asked = Organization.signIn(
                        new Browser(), REALM.app().authorize().with("kc_action", "sms-otp-enrol"), user)
                .page();

        assertEquals("login-strongroom-totp", asked.id());
        Landing refused = asked.submit("code", AuthenticatorApp.ofStored(secret).code());
        assertEquals("login-strongroom-refused", pageOf(refused));
    }

    private static Organization organization(Map<String, String> attributes) {
        return Organization.create(REALM, "tenant" + NEXT.incrementAndGet(), attributes);
    }

    private static TestUser user(String name) {
        return REALM.addUser(name + NEXT.incrementAndGet());
    }

    private static Landing signIn(TestUser user) {
        return Organization.signIn(REALM, user);
    }

    private static Map<String, String> with(Map<String, String> attributes, String name, String value) {
        Map<String, String> more = new HashMap<>(attributes);
        more.put(name, value);
        return more;
    }

    private static String pageOf(Landing landing) {
        return landing.page().id();
    }

    private static void assertArrives(Landing landing) {
        assertInstanceOf(Arrival.class, landing, landing::toString);
    }
}
