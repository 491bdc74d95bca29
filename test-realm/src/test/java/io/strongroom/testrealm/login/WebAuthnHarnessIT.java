package io.strongroom.testrealm.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.SoftAuthenticator.Flag;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.WebAuthnRequest;
import io.strongroom.testrealm.support.KeyLogin;
import io.strongroom.testrealm.support.KeyPolicy;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.representations.idm.EventRepresentation;

/** Proves that the tests' own authenticators behave like real ones: in realms without a policy, only Keycloak answers them. */
@DisplayName("Keycloak without a policy")
class WebAuthnHarnessIT {
    private static final Map<KeyLogin, TestRealm> REALMS = new EnumMap<>(KeyLogin.class);
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Browser browser = new Browser();
    private final String name = "user" + NAMES.incrementAndGet();

    private static TestRealm realm(KeyLogin place) {
        return REALMS.computeIfAbsent(
                place,
                missing -> missing.realm("keys", Map.of(), KeyPolicy.stock().mediation("none")));
    }

    @ParameterizedTest(name = "signs a user in with a key that was stored with the user: {0}")
    @EnumSource
    void signIn(KeyLogin place) {
        TestRealm realm = realm(place);
        SoftAuthenticator key = place.newKey();
        TestUser user = place.addUser(realm, name, key);

        place.signIn(browser, realm, user, key).signedIn();

        assertTrue(realm.sessions(user).elements().hasNext());
        EventRepresentation login = realm.awaitEvent(user, "LOGIN");
        assertEquals(key.credentialId(), login.getDetails().get("public_key_credential_id"), login::toString);
    }

    @ParameterizedTest(name = "refuses a stranger's key: {0}")
    @EnumSource
    void stranger(KeyLogin place) {
        TestRealm realm = realm(place);
        TestUser user = place.addUser(realm, name, place.newKey());

        SoftAuthenticator stranger = place.newKey().belongsTo(user.id());
        Page refused = place.signIn(browser, realm, user, stranger).page();

        assertFalse(refused.message().isEmpty(), refused::toString);
        assertFalse(realm.sessions(user).elements().hasNext());
    }

    @ParameterizedTest(name = "refuses an answer to another challenge, from another page, or for another site: {0}")
    @EnumSource
    void otherRequest(KeyLogin place) {
        TestRealm realm = realm(place);
        SoftAuthenticator key = place.newKey();
        TestUser user = place.addUser(realm, name, key);
        WebAuthnRequest old = WebAuthnRequest.on(place.ask(new Browser(), realm, user));

        Page page = place.ask(browser, realm, user);
        WebAuthnRequest asked = WebAuthnRequest.on(page);
        for (WebAuthnRequest other : List.of(
                asked.withChallenge(old.challenge()), asked.from("https://example.com"), asked.withRpId("com"))) {
            key.signIn(page, other).page();
            page = place.ask(new Browser(), realm, user);
            asked = WebAuthnRequest.on(page);
        }

        assertFalse(realm.sessions(user).elements().hasNext());
        key.signIn(page).signedIn();
    }

    @Test
    @DisplayName("refuses a passkey that does not verify the user if the realm requires it, and takes it if not")
    void verification() {
        SoftAuthenticator key = SoftAuthenticator.passkey().without(Flag.USER_VERIFIED);
        TestRealm strict = realm(KeyLogin.FORM);
        TestUser user = KeyLogin.FORM.addUser(strict, name, key);
        KeyLogin.FORM.signIn(browser, strict, user, key).page();
        key.with(Flag.USER_VERIFIED);
        KeyLogin.FORM.signIn(browser, strict, user, key).signedIn();

        key.without(Flag.USER_VERIFIED);
        TestRealm lenient = KeyLogin.FORM.realm("lenient", Map.of(), KeyPolicy.stock());
        KeyPolicy.stock().passkeyVerification("preferred").setIn(lenient);
        TestUser other = KeyLogin.FORM.addUser(lenient, name, key.counter(0));
        KeyLogin.FORM.signIn(new Browser(), lenient, other, key).signedIn();
    }

    @Test
    @DisplayName("refuses a copied key, whose counter is behind")
    void counter() {
        TestRealm realm = realm(KeyLogin.FORM);
        SoftAuthenticator key = SoftAuthenticator.passkey().counter(7);
        TestUser user = KeyLogin.FORM.addUser(realm, name, key);

        key.counter(2);
        KeyLogin.FORM.signIn(browser, realm, user, key).page();

        key.counter(7);
        KeyLogin.FORM.signIn(browser, realm, user, key).signedIn();
    }

    @ParameterizedTest(name = "sets up a {1} when the application asks for {0}")
    @CsvSource({"webauthn-register-passwordless,webauthn-passwordless,FORM", "webauthn-register,webauthn,SECOND_FACTOR"
    })
    void setUp(String action, String type, KeyLogin place) {
        TestRealm realm = TestRealm.create("setup");
        TestUser user = realm.addUser(name);
        SoftAuthenticator key = place.newKey().with(Flag.USER_VERIFIED);

        Page page = realm.signIn(browser, realm.app().authorize().with("kc_action", action), user)
                .page();
        key.register(page, "My key").signedIn();

        assertEquals("My key", realm.credentials(user, type).get(0).getUserLabel());
    }

    @Test
    @DisplayName("takes a key at the next login that was set up on its page")
    void setUpAndSignIn() {
        TestRealm realm = realm(KeyLogin.FORM);
        TestUser user = realm.addUser(name);
        SoftAuthenticator key = SoftAuthenticator.passkey();

        Page page = realm.signIn(
                        browser, realm.app().authorize().with("kc_action", "webauthn-register-passwordless"), user)
                .page();
        key.register(page).signedIn();

        KeyLogin.FORM.signIn(new Browser(), realm, user, key).signedIn();
    }

    @Test
    @DisplayName("stays at the login if the user cancels in the browser's window")
    void cancel() {
        TestRealm realm = realm(KeyLogin.SECOND_FACTOR);
        SoftAuthenticator key = SoftAuthenticator.securityKey();
        TestUser user = KeyLogin.SECOND_FACTOR.addUser(realm, name, key);

        Page page = SoftAuthenticator.cancel(KeyLogin.SECOND_FACTOR.ask(browser, realm, user))
                .page();

        assertFalse(page.message().isEmpty(), page::toString);
    }
}
