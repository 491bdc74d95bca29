package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.SoftAuthenticator.Flag;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.EmailCodes;
import io.strongroom.testrealm.support.RealmFlow;
import io.strongroom.testrealm.support.StrongroomClaims;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** An attacker with one weak proof tries to make it count as a stronger one. */
@DisplayName("security 20 X17 A thief with one weak proof")
class StrengthAttacksIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String KEY_PAGE = "login-strongroom-key";
    private static final String SECURITY_KEYS = "webauthn";

    private final String number = PhoneNumbers.next();
    private final String name = "joanna" + number.substring(6);
    private final Browser thief = new Browser();

    @Test
    @DisplayName("X19 does not set up the key that a role asks for instead of the code by e-mail that others enter")
    void ownerWithAddress() {
        TestRealm realm = EmailCodes.realm(
                "owners", Map.of("twoFactor.methods", "email", "twoFactor.roleMethods", "realm-admin=passkey"));
        TestUser owner = realm.addUser(name);
        realm.grantRole(owner, "realm-management", "realm-admin");

        Page page = realm.signIn(thief, owner).page();
        assertEquals("login-strongroom-code", page.id(), page::toString);

        Page setUp = page.submit("code", EmailCodes.await(owner)).page();
        assertEquals("login-strongroom-key-setup", setUp.id(), setUp::toString);
    }

    @Test
    @DisplayName("D1 does not remove a key that only a data room accepts, with a session that passed no factor")
    void keyOfRoom() {
        TestRealm realm = TestRealm.create("room", Map.of("twoFactor.enforcement", "off", "twoFactor.methods", "sms"));
        SoftAuthenticator key = SoftAuthenticator.passkey();
        TestUser user = realm.addUser(name, spec -> spec.passkey(key));
        Answer before = realm.app().exchange(realm.signIn(thief, user).signedIn());
        TestGroup room = realm.addGroup(
                "Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "passkey"));
        realm.join(user, room);
        String id = realm.credentialId(user, "webauthn-passwordless");

        assertNotEquals(204, new AccountConsole(realm, before).remove(id));

        assertEquals(id, realm.credentialId(user, "webauthn-passwordless"));
    }

    @Test
    @DisplayName("does not get in with a key without its PIN and without the password")
    void keyAlone() {
        TestRealm realm = TestRealm.create(
                "alone", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "security-key,totp"));
        RealmFlow flow = RealmFlow.create(realm, "key only").add("auth-cookie", "ALTERNATIVE");
        flow.sub("key only forms", "ALTERNATIVE")
                .add("auth-username-form", "REQUIRED")
                .add("webauthn-authenticator", "REQUIRED");
        flow.bind("browserFlow");
        SoftAuthenticator key = SoftAuthenticator.securityKey().without(Flag.USER_VERIFIED);
        TestUser user = realm.addUser(name, spec -> spec.securityKey(key));

        Page page = key.signIn(
                        realm.loginPage(thief).submit("username", user.name()).page())
                .page();
        assertEquals(KEY_PAGE, page.id(), page::toString);
        Page again = key.signIn(page).page();

        assertEquals(KEY_PAGE, again.id(), again::toString);
        key.with(Flag.USER_VERIFIED).signIn(again).signedIn();
    }

    @Test
    @DisplayName("X7 gets no acr 3 with a text message from a tenant whose role accepts nothing stronger")
    void level() {
        TestRealm realm = TestRealm.create(
                "level",
                Map.of(
                        "twoFactor.enforcement", "required",
                        "twoFactor.methods", "passkey",
                        "twoFactor.roleMethods", "clerk=sms"));
        App app = realm.addClient("level", StrongroomClaims::into);
        TestUser user = realm.addUser(name, spec -> spec.number(number).role("clerk"));

        Page page = realm.signIn(thief, app.authorize().with("acr_values", "3"), user)
                .page();
        Answer tokens =
                app.exchange(page.submit("code", VONAGE.awaitCode(number)).signedIn());

        assertEquals("2", tokens.idToken().path("acr").asText());
        assertEquals(List.of("pwd", "sms", "mfa"), StrongroomClaims.amr(tokens.idToken()));
        assertEquals(0, realm.credentials(user, SECURITY_KEYS).size());
    }
}
