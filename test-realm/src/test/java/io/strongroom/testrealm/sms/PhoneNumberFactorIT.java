package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.ComposedFlow;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import io.strongroom.testrealm.support.RememberedBrowser;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A number in the user attribute phoneNumber, used as a factor")
class PhoneNumberFactorIT {
    private static final TestRealm REALM =
            PhoneNumberAttribute.realm("factor", PhoneNumberAttribute.SMS_REQUIRED, "admin");
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    @Test
    @DisplayName("gets a code at every login without any set-up")
    void asked() {
        TestUser user = PhoneNumberAttribute.user(REALM, number);

        for (int login = 1; login <= 2; login++) {
            Page page = REALM.signIn(new Browser(), user).page();
            assertEquals("login-strongroom-code", page.id());
            page.submit("code", VONAGE.awaitCode(number, login)).signedIn();
        }

        assertEquals(0, PhoneNumberAttribute.numbersStored(REALM, user));
    }

    @Test
    @DisplayName("is the same number if it is written with spaces and hyphens")
    void normalised() {
        String written = number.substring(0, 3) + " (" + number.substring(3, 5) + ") " + number.substring(5, 8) + "-"
                + number.substring(8);
        TestUser user = PhoneNumberAttribute.user(REALM, written);

        Page page = REALM.signIn(browser, user).page();

        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName(
            "gets the next code after an administrator changes it, even in a session that passed with the old number")
    void changed() {
        TestUser user = PhoneNumberAttribute.user(REALM, number);
        REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        browser.open(REALM.app().authorize()).signedIn();
        String next = PhoneNumbers.next();

        assertEquals(204, PhoneNumberAttribute.setNumber(REALM, user, next).status());

        Page page = browser.open(REALM.app().authorize()).page();
        assertEquals("login-strongroom-code", page.id());
        page.submit("code", VONAGE.awaitCode(next)).signedIn();
        assertEquals(1, VONAGE.texts(number).size());
    }

    @Test
    @DisplayName("is not proven by a code sent to the previous number")
    void changedMeanwhile() {
        TestUser user = PhoneNumberAttribute.user(REALM, number);
        Page page = REALM.signIn(browser, user).page();
        String old = VONAGE.awaitCode(number);
        String next = PhoneNumbers.next();

        PhoneNumberAttribute.setNumber(REALM, user, next);
        Page refused = page.submit("code", old).page();

        assertEquals("login-strongroom-code", refused.id());
        assertFalse(REALM.sessions(user).elements().hasNext());
    }

    @Test
    @DisplayName("D1 is accepted by a data room like any of the member's own numbers")
    void dataRoom() {
        TestRealm realm = PhoneNumberAttribute.realm("attributeroom", Map.of(), "admin");
        TestGroup room = realm.addGroup("Room", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser member = PhoneNumberAttribute.user(realm, number);
        realm.join(member, room);

        Page page = realm.signIn(browser, member).page();

        assertEquals("login-strongroom-code", page.id());
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
    }

    @Test
    @DisplayName("is asked for by a custom flow, which satisfies the guard")
    void ofAFlow() {
        TestRealm realm = PhoneNumberAttribute.realm("attributeflow", PhoneNumberAttribute.SMS_REQUIRED, "admin");
        ComposedFlow.bindPasswordThen(realm, "sms-otp-authenticator");
        TestUser user = PhoneNumberAttribute.user(realm, number);

        realm.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        assertEquals(1, VONAGE.texts(number).size());
        assertEquals("sms-otp", realm.awaitEvent(user, "LOGIN").getDetails().get("second_factor"));
    }

    @Test
    @DisplayName("X6 is asked for again in a remembered browser after an administrator changes it")
    void rememberedBrowser() {
        TestRealm realm = PhoneNumberAttribute.realm(
                "attributebrowser",
                Map.of(
                        "twoFactor.enforcement", "required",
                        "twoFactor.methods", "sms",
                        "twoFactor.rememberBrowserDays", "30"),
                "admin");
        TestUser user = PhoneNumberAttribute.user(realm, number);
        RememberedBrowser.remember(realm, browser, user, number);
        realm.signOut(user);
        realm.signIn(browser, user).signedIn();
        realm.signOut(user);

        PhoneNumberAttribute.setNumber(realm, user, PhoneNumbers.next());

        assertEquals("login-strongroom-code", realm.signIn(browser, user).page().id());
    }

    @Test
    @DisplayName("can't be changed by the user in the account console")
    void notByUsers() throws Exception {
        TestRealm realm = PhoneNumberAttribute.realm("attributeown", Map.of(), "admin");
        TestUser user = PhoneNumberAttribute.user(realm, number);
        String token = realm.app().passwordGrant(user).text("access_token");

        PhoneNumberAttribute.setOwnNumber(realm, user, token, PhoneNumbers.next());

        assertEquals(number, PhoneNumberAttribute.attributeOf(realm, user));
    }

    @Test
    @DisplayName("T1 is shown under Personal info, where the user can't change it, and not under Signing in")
    void shownToItsUser() throws Exception {
        TestUser user = PhoneNumberAttribute.user(REALM, number);
        Arrival in = REALM.signIn(browser, user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        Answer tokens = REALM.app().exchange(in);

        JsonNode profile = PhoneNumberAttribute.ownProfile(REALM, tokens.text("access_token"));

        assertEquals(number, profile.at("/attributes/phoneNumber/0").asText());
        JsonNode described = StreamSupport.stream(
                        profile.at("/userProfileMetadata/attributes").spliterator(), false)
                .filter(attribute -> "phoneNumber".equals(attribute.path("name").asText()))
                .findFirst()
                .orElseThrow();
        assertTrue(described.path("readOnly").asBoolean(), described::toString);
        JsonNode listed = new AccountConsole(REALM, tokens).kind("sms-otp").orElseThrow();
        assertEquals(0, listed.path("userCredentialMetadatas").size(), listed::toString);
    }
}
