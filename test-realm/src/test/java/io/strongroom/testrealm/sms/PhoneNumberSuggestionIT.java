package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import io.strongroom.testrealm.support.PhoneNumberProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A number in the user attribute phoneNumber that is only a suggestion because users can write it")
class PhoneNumberSuggestionIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final Browser browser = new Browser();

    private void isProposedAndToBeProven(TestRealm realm) {
        TestUser user = PhoneNumberAttribute.user(realm, number);
        Page page = realm.signIn(browser, user).page();

        assertEquals("login-strongroom-phone", page.id());
        assertEquals(number, page.document().select("input[name=phoneNumber]").val());
        assertTrue(VONAGE.texts(number).isEmpty());
        Page proof = page.press("send").page();
        assertEquals(0, PhoneNumberAttribute.numbersStored(realm, user));
        proof.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertEquals(1, PhoneNumberAttribute.numbersStored(realm, user));
    }

    @Test
    @DisplayName("C5 is suggested and has to be proven if it is declared as editable by users")
    void editable() {
        TestRealm realm = PhoneNumberAttribute.realm("suggestion", PhoneNumberAttribute.SMS_REQUIRED, "admin", "user");

        isProposedAndToBeProven(realm);
    }

    @Test
    @DisplayName("C5 is suggested and has to be proven if it is undeclared")
    void undeclared() {
        TestRealm realm = TestRealm.create("undeclared", PhoneNumberAttribute.SMS_REQUIRED);
        new PhoneNumberProfile(realm).allowUndeclared();

        isProposedAndToBeProven(realm);
    }

    @Test
    @DisplayName("C5 is suggested and has to be proven if it is declared for some scopes only")
    void scoped() {
        TestRealm realm = TestRealm.create("scoped", PhoneNumberAttribute.SMS_REQUIRED);
        PhoneNumberProfile profile = new PhoneNumberProfile(realm);
        profile.allowUndeclared();
        profile.declareForScope("phone", "admin");

        isProposedAndToBeProven(realm);
    }

    @Test
    @DisplayName("gets no code after a user changes it, because the proven number is asked for")
    void attack() throws Exception {
        TestRealm realm = PhoneNumberAttribute.realm("attack", Map.of(), "admin", "user");
        TestUser victim = realm.addUser("victim", spec -> spec.number(number));
        String stolen = realm.app().passwordGrant(victim).text("access_token");
        String attackers = PhoneNumbers.next();

        assertEquals(204, PhoneNumberAttribute.setOwnNumber(realm, victim, stolen, attackers));
        realm.setAttribute("twoFactor.methods", "sms");
        realm.setAttribute("twoFactor.enforcement", "required");
        Page page = realm.signIn(browser, victim).page();

        assertEquals(attackers, PhoneNumberAttribute.attributeOf(realm, victim));
        assertEquals("login-strongroom-code", page.id());
        page.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertTrue(VONAGE.texts(attackers).isEmpty());
        assertFalse(realm.app().passwordGrant(victim).hasTokens(), "the password alone gives no token");
    }
}
