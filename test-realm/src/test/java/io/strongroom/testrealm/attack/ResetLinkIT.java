package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.RealmFlow;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The step <i>Reset OTP</i> removes apps before any required action runs. */
@DisplayName("security 20 X1 A password reset link in the wrong hands")
class ResetLinkIT {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/action-token\\S+");
    private static final String STEP = "reset-otp";

    private final String name = "reset" + PhoneNumbers.next().substring(6);
    private final String secret = "secret-of-" + name;
    private final Browser thief = new Browser();

    private static TestRealm realm(String enforcement) {
        return TestRealm.create("reset", realm -> {
                    realm.getAttributes()
                            .putAll(Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", "totp"));
                    realm.setResetPasswordAllowed(true);
                    return realm;
                })
                .withMail();
    }

    private Page open(TestRealm realm, TestUser user) {
        Page forgotten =
                realm.loginPage(thief).click("a[href*=reset-credentials]").page();
        forgotten.submit("username", user.name());
        Matcher link = LINK.matcher(
                Harness.mailbox().await(user.name() + "@example.com").text());
        assertTrue(link.find());
        return thief.open(URI.create(link.group())).page();
    }

    @ParameterizedTest(
            name = "does not remove an app by \"{1}\" if the browser flow is a copy: {0}, and the reset flow: {2}")
    @CsvSource({
        "true,Remove all,stock",
        "false,Remove all,copied",
        "true,Remove one,copied",
        "true,Remove none,copied",
        "true,Remove all,unconditional"
    })
    void removesNothing(boolean browserCopied, String option, String resetFlow) {
        TestRealm realm = realm("required");
        if (browserCopied) {
            RealmFlow.stock(realm, "browser").copy().bind("browserFlow");
        }
        RealmFlow reset = RealmFlow.stock(realm, "reset credentials");
        if (!"stock".equals(resetFlow)) {
            reset = reset.copy().bind("resetCredentialsFlow");
        }
        if ("unconditional".equals(resetFlow)) {
            reset.require("Reset - Conditional OTP", "REQUIRED");
        }
        reset.configure(STEP, Map.of("action_on_otp_reset_flag", option));
        TestUser user = realm.addUser(name, spec -> spec.app(secret));
        String app = realm.credentialId(user, "otp");

        Page page = open(realm, user);

        assertEquals("login-strongroom-totp", page.id(), page::toString);
        assertEquals(app, realm.credentialId(user, "otp"));
        Page password =
                page.submit("code", AuthenticatorApp.ofStored(secret).code()).page();
        assertEquals("login-login-update-password", password.id(), password::toString);
        assertFalse(realm.sessions(user).elements().hasNext());
    }

    @Test
    @DisplayName("does not remove an app even if only a data room asks and the link's application excludes that room")
    void narrowed() {
        TestRealm realm = realm("off");
        var room = realm.addGroup(
                "Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "totp"));
        var elsewhere = realm.addGroup("Eagle", Map.of("dataRoom", "true"));
        realm.addClient("narrow", client -> {
            client.getAttributes().put("twoFactor.dataRooms", elsewhere.path());
            return client;
        });
        RealmFlow.stock(realm, "reset credentials").configure(STEP, Map.of("action_on_otp_reset_flag", "Remove all"));
        TestUser user = realm.addUser(name, spec -> spec.memberOf(room).app(secret));
        Page forgotten = thief.open(realm.app("narrow").authorize())
                .page()
                .click("a[href*=reset-credentials]")
                .page();
        forgotten.submit("username", user.name());
        Matcher link = LINK.matcher(
                Harness.mailbox().await(user.name() + "@example.com").text());
        assertTrue(link.find());

        Page page = thief.open(URI.create(link.group())).page();

        assertEquals(1, realm.credentials(user, "otp").size());
        assertEquals("login-login-update-password", page.id(), page::toString);
    }

    @Test
    @DisplayName("replaces the app of a user without a rule as Keycloak does and notifies the user")
    void unprotected() {
        TestRealm realm = realm("off");
        realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        RealmFlow.stock(realm, "reset credentials").configure(STEP, Map.of("action_on_otp_reset_flag", "Remove all"));
        TestUser user = realm.addUser(name, spec -> spec.app(secret));

        Page page = open(realm, user);

        assertEquals(0, realm.credentials(user, "otp").size());
        assertEquals(
                "otp", realm.awaitEvent(user, "REMOVE_CREDENTIAL").getDetails().get("credential_type"));
        assertTrue(page.id().startsWith("login-"), page::toString);
    }

    @ParameterizedTest(name = "X17 runs a pending action {0} after the key")
    @CsvSource({
        "CONFIGURE_TOTP",
        "CONFIGURE_RECOVERY_AUTHN_CODES",
        "webauthn-register",
        "webauthn-register-passwordless"
    })
    void pendingBesideKey(String action) {
        TestRealm realm = realm("required");
        realm.setAttribute("twoFactor.methods", "passkey,security-key,totp");
        TestUser user = realm.addUser(name, spec -> spec.passkey(SoftAuthenticator.passkey()));
        realm.admin().put(realm.path("/users/" + user.id()), Map.of("requiredActions", List.of(action)));

        assertEquals(
                "login-strongroom-key", realm.signIn(new Browser(), user).page().id());
        assertEquals("login-strongroom-key", open(realm, user).id());
        assertEquals(1, realm.credentials(user, "webauthn-passwordless").size());
    }

    @ParameterizedTest(name = "security 20: runs a pending action {0} after the factor, even in a remembered browser")
    @CsvSource({"CONFIGURE_TOTP", "CONFIGURE_RECOVERY_AUTHN_CODES", "webauthn-register"})
    void pending(String action) {
        TestRealm realm = realm("required");
        realm.setAttribute("twoFactor.rememberBrowserDays", "30");
        TestUser user = realm.addUser(name, spec -> spec.app(secret));
        AuthenticatorApp app = AuthenticatorApp.ofStored(secret);
        realm.signIn(thief, user)
                .page()
                .submit(Map.of("code", app.code(), "rememberBrowser", "true"))
                .signedIn();
        realm.signOut(user);
        realm.signIn(thief, user).signedIn();
        realm.signOut(user);
        realm.admin().put(realm.path("/users/" + user.id()), Map.of("requiredActions", List.of(action)));

        Page page = realm.signIn(thief, user).page();

        assertEquals("login-strongroom-totp", page.id(), page::toString);
    }
}
