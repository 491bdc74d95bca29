package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.ComposedFlow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@DisplayName("X1 The guard under attack by administrators and by an attacker who has only the password")
class GuardUnderPressureIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final String secret = "secret-of-" + number.substring(1);
    private final AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
    private final Browser browser = new Browser();

    @RepeatedTest(
            value = 6,
            name =
                    "one takes the tenant''s rule away while another sets a room''s: the guard is there ({currentRepetition})")
    void race() throws Exception {
        TestRealm realm = TestRealm.create("race", Map.of("twoFactor.enforcement", "required"));
        TestGroup room = realm.addGroup("Room", Map.of("dataRoom", "true"));
        ExecutorService administrators = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Void> takesAway = () -> {
            start.await();
            realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "attributes", Map.of("other", "x")));
            return null;
        };
        Callable<Void> sets = () -> {
            start.await();
            realm.admin()
                    .put(
                            realm.path("/groups/" + room.id()),
                            Map.of(
                                    "name",
                                    "Room",
                                    "attributes",
                                    Map.of("dataRoom", List.of("true"), "twoFactor.enforced", List.of("true"))));
            return null;
        };
        try {
            for (Future<Void> done : administrators.invokeAll(List.of(takesAway, sets))) {
                done.get();
            }
        } finally {
            administrators.shutdownNow();
        }

        assertTrue(realm.requiredActions().contains("second-factor"));
    }

    @Test
    @DisplayName("X13 is removed with the policy, even if its flow is in use and has to stay")
    void flowInUse() {
        TestRealm realm = TestRealm.create("inuse", Map.of("twoFactor.enforcement", "required"));
        realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "resetCredentialsFlow", "Strongroom factors"));

        realm.setAttribute("twoFactor.enforcement", "off");

        assertFalse(realm.requiredActions().contains("second-factor"));
        realm.signIn(browser, realm.addUser("user")).signedIn();
    }

    @Test
    @DisplayName("security 20: does not let a user with only the password add the factor that a data room requires")
    void ownFactorFirst() {
        TestRealm realm = TestRealm.create("own", Map.of("twoFactor.enforcement", "required"));
        TestGroup room = realm.addGroup(
                "Apps", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "totp"));
        TestUser victim = realm.addUser("victim", spec -> spec.memberOf(room).number(number));

        Page page = realm.signIn(browser, victim).page();

        assertEquals("login-strongroom-code", page.id());
        assertEquals(
                "login-strongroom-totp-setup",
                page.submit("code", VONAGE.awaitCode(number)).page().id());
    }

    @Test
    @DisplayName(
            "security 20: does not let a user with only the password add a factor by requesting one with acr_values")
    void ownFactorFirstForApplications() {
        TestRealm realm =
                TestRealm.create("asked", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        TestUser victim =
                realm.addUser("victim", spec -> spec.role("two-factor-exempt").app(secret));

        Page page = realm.signIn(browser, realm.app().authorize().with("acr_values", "2"), victim)
                .page();

        assertEquals("login-strongroom-totp", page.id());
        assertEquals(
                "login-strongroom-phone", page.submit("code", app.code()).page().id());
    }

    @Test
    @DisplayName("T1 D1 X1 still asks the tenant's other users for their app when a data room has a rule")
    void appBesideARoom() {
        TestRealm realm = TestRealm.create("beside");
        TestUser user = realm.addUser("user", spec -> spec.app(secret));
        assertEquals("login-login-otp", realm.signIn(browser, user).page().id());

        TestGroup room = realm.addGroup(
                "Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "totp"));

        Page page = realm.signIn(new Browser(), user).page();
        assertEquals("login-login-otp", page.id());
        page.submit("otp", app.code()).signedIn();
        realm.join(user, room);
        assertEquals(
                "login-strongroom-totp",
                realm.signIn(new Browser(), user).page().id());
    }

    @Test
    @DisplayName("C1 does not count a text message passed in a composed flow as TOTP")
    void methodsAreNotMixed() {
        TestRealm realm = ComposedFlow.passwordThen(
                "mixed",
                "sms-otp-authenticator",
                Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
        TestUser user = realm.addUser("user", spec -> spec.number(number).app(secret));
        Page sms = realm.signIn(browser, user).page();

        Page totp = sms.submit("code", VONAGE.awaitCode(number)).page();

        assertEquals("login-strongroom-totp", totp.id());
        totp.submit("code", app.code()).signedIn();
    }

    @Test
    @DisplayName("security 12: accepts an app's code only once, even if the realm's OTP policy allows reuse")
    void replay() {
        TestRealm realm = TestRealm.create("replay", settings -> {
            settings.getAttributes().put("twoFactor.enforcement", "required");
            settings.setOtpPolicyType("totp");
            settings.setOtpPolicyAlgorithm("HmacSHA1");
            settings.setOtpPolicyDigits(6);
            settings.setOtpPolicyPeriod(30);
            settings.setOtpPolicyLookAheadWindow(1);
            settings.setOtpPolicyInitialCounter(0);
            settings.setOtpPolicyCodeReusable(true);
            return settings;
        });
        TestUser user = realm.addUser("user", spec -> spec.app(secret));
        String code = app.code();
        realm.signIn(browser, user).page().submit("code", code).signedIn();

        Page page =
                realm.signIn(new Browser(), user).page().submit("code", code).page();

        assertEquals("login-strongroom-totp", page.id());
        assertFalse(realm.confidentialApp()
                .passwordGrant(user, Map.of("totp", code))
                .hasTokens());
    }

    @Test
    @DisplayName("X2 limits TOTP entries in flows and direct grants too")
    void guessingElsewhere() {
        TestRealm realm = ComposedFlow.passwordThen(
                "guess", "auth-otp-form", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
        TestUser user = realm.addUser("user", spec -> spec.app(secret));
        for (int i = 0; i < 6; i++) {
            realm.confidentialApp().passwordGrant(user, Map.of("totp", "00000" + i));
        }

        assertFalse(realm.confidentialApp()
                .passwordGrant(user, Map.of("totp", app.code()))
                .hasTokens());
        Landing flow = realm.signIn(browser, user).page().submit("otp", app.code());
        assertEquals("login-login-otp", flow.page().id());
    }

    @Test
    @DisplayName("neither completes the login nor allows setting up another number if the stored number is unreadable")
    void unreadableNumber() {
        for (String without : new String[] {"allow", "enrol"}) {
            TestRealm realm = TestRealm.create("unreadable");
            TestGroup room = realm.addGroup(
                    "Room",
                    Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", without));
            TestUser user = realm.addUser(
                    "user",
                    spec -> spec.memberOf(room).storedNumber("{\"phoneNumber\":\"0701740605\",\"setBy\":\"admin\"}"));

            assertEquals(
                    "login-strongroom-refused",
                    realm.signIn(new Browser(), user).page().id(),
                    without);
        }
    }

    @Test
    @DisplayName("does not treat an administrator of a nested room as an administrator of the outer room")
    void nestedRooms() {
        TestRealm realm = TestRealm.create("nested");
        TestGroup outer = realm.addGroup(
                "Outer", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", "refuse"));
        TestGroup inner = realm.addGroup(outer, "Inner", Map.of("dataRoom", "true"));
        TestGroup administrators = realm.addGroup(inner, "Admins", Map.of("dataRoom.administrators", "true"));
        TestUser user = realm.addUser("user");
        realm.join(user, administrators);

        assertEquals(
                "login-strongroom-refused", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName("security 12: accepts only the secret that was shown when an app is set up")
    void foreignSecret() {
        TestRealm realm =
                TestRealm.create("secret", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "totp"));
        TestUser user = realm.addUser("user");
        Page page = realm.signIn(browser, user).page();
        AuthenticatorApp weak = AuthenticatorApp.ofStored("x");

        Page again = page.form("totp")
                .with(Map.of("totpSecret", "x", "totp", weak.code()))
                .submit()
                .page();

        assertEquals("login-strongroom-totp-setup", again.id());
        assertEquals(List.of(), realm.credentials(user, "otp"));
    }
}
