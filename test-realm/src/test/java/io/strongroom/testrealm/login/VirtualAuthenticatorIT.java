package io.strongroom.testrealm.login;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import io.strongroom.testrealm.harness.Chromium;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.VirtualAuthenticator;
import io.strongroom.testrealm.harness.VirtualAuthenticator.Device;
import io.strongroom.testrealm.support.KeyLogin;
import io.strongroom.testrealm.support.KeyPolicy;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Keycloak without a policy, in Chromium with a virtual authenticator")
class VirtualAuthenticatorIT {
    private static final TestRealm REALM =
            KeyLogin.FORM.realm("virtual", Map.of(), KeyPolicy.stock().mediation("none"));

    private final Chromium chromium = Chromium.open();
    private final Page page = chromium.page();

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    @DisplayName("signs a user in with a passkey after one press of the button")
    void button() {
        SoftAuthenticator key = SoftAuthenticator.passkey();
        TestUser user = REALM.addUser("button", spec -> spec.passkey(key));
        VirtualAuthenticator phone =
                VirtualAuthenticator.in(chromium, Device.phone()).holding(REALM, key);

        chromium.open(REALM.app().authorize());
        chromium.useKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
        assertTrue(REALM.sessions(user).elements().hasNext());
        assertEquals(key.credentialId(), phone.credentials().get(0).credentialId());
        assertEquals(1, phone.credentials().get(0).counter());
    }

    @Test
    @DisplayName("signs a user in with the passkey that the browser suggests at the field for the user name")
    void suggested() {
        TestRealm realm = KeyLogin.FORM.realm("suggested", Map.of());
        SoftAuthenticator key = SoftAuthenticator.passkey();
        realm.addUser("suggested", spec -> spec.passkey(key));
        VirtualAuthenticator.in(chromium, Device.phone()).holding(realm, key);

        chromium.open(realm.app().authorize());

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("waits as long as the user touches no key")
    void touch() {
        SoftAuthenticator key = SoftAuthenticator.passkey();
        TestUser user = REALM.addUser("touch", spec -> spec.passkey(key));
        VirtualAuthenticator phone =
                VirtualAuthenticator.in(chromium, Device.phone().touched(false)).holding(REALM, key);
        chromium.open(REALM.app().authorize());
        chromium.useKey();
        assertThat(page.locator("#username")).isVisible();
        assertTrue(REALM.sessions(user).isEmpty());

        phone.touch(true);
        page.reload();
        chromium.useKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("shows its error if the user can't be verified, and signs the user in after the right PIN")
    void verification() {
        SoftAuthenticator key = SoftAuthenticator.passkey();
        REALM.addUser("verified", spec -> spec.passkey(key));
        VirtualAuthenticator phone = VirtualAuthenticator.in(
                        chromium, Device.phone().verifying(false))
                .holding(REALM, key);
        chromium.open(REALM.app().authorize());
        chromium.useKey();
        assertThat(page.locator(".pf-v5-c-alert")).isVisible();

        phone.verify(true);
        chromium.useKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @Test
    @DisplayName("signs a user in with a security key after the password")
    void secondFactor() {
        TestRealm realm = KeyLogin.SECOND_FACTOR.realm("second", Map.of());
        SoftAuthenticator key = KeyLogin.SECOND_FACTOR.newKey();
        TestUser user = KeyLogin.SECOND_FACTOR.addUser(realm, "second", key);
        VirtualAuthenticator.in(chromium, Device.securityKey()).holding(realm, key);

        chromium.signIn(realm, user);
        chromium.useKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
    }

    @ParameterizedTest(name = "stores the key that the application asks for by {0}")
    @CsvSource({"webauthn-register-passwordless,webauthn-passwordless,true", "webauthn-register,webauthn,false"})
    void setUp(String action, String type, boolean passkey) {
        TestUser user = REALM.addUser(type);
        VirtualAuthenticator added = VirtualAuthenticator.in(chromium, passkey ? Device.phone() : Device.securityKey());
        page.onDialog(dialog -> dialog.accept("My key"));

        chromium.open(REALM.app().authorize().with("kc_action", action));
        chromium.enterPassword(user);
        chromium.setUpKey();

        assertTrue(chromium.awaitArrival().code().isPresent());
        assertEquals("My key", REALM.credentials(user, type).get(0).getUserLabel());
        assertEquals(1, added.credentials().size());
        assertEquals(passkey, added.credentials().get(0).discoverable());
    }
}
