package io.strongroom.testrealm;

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
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.EventRepresentation;

@DisplayName("Setting up a number at login")
class EnrolmentIT {
    private static final TestRealm REALM =
            TestRealm.create("enrol", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();
    private final TestUser user = REALM.addUser("new" + number.substring(1));
    private final Browser browser = new Browser();

    private Page numberPage() {
        return REALM.signIn(browser, user).page();
    }

    private long numbersStored() {
        return REALM.credentials(user).stream()
                .filter(credential -> "sms-otp".equals(credential.getType()))
                .count();
    }

    @Test
    @DisplayName("O2 C5 a user without a number is led to a page to enter one, and it counts once a code came back")
    void enrol() {
        Page page = numberPage();
        assertEquals("login-strongroom-phone", page.id());

        Page proof = page.submit("phoneNumber", number).page();
        assertEquals(0, numbersStored());
        proof.submit("code", VONAGE.awaitCode(number)).signedIn();

        assertEquals(1, numbersStored());
        EventRepresentation event = REALM.awaitEvent(user, "UPDATE_CREDENTIAL");
        assertEquals("sms-otp", event.getDetails().get("credential_type"));
        assertEquals(
                "•••" + number.substring(number.length() - 2),
                event.getDetails().get("phone_number"));
    }

    @Test
    @DisplayName("C6 leaving the page by any route yields no session")
    void noWayOut() {
        Page page = numberPage();

        Page otherTab = REALM.signIn(browser, user).page();
        assertEquals("login-strongroom-phone", otherTab.id());
        assertEquals("login-login", page.click("#strongroom-restart").page().id());
        assertEquals(
                "login_required",
                browser.open(REALM.app().authorize().with("prompt", "none"))
                        .returned()
                        .error()
                        .orElseThrow());
        assertFalse(REALM.sessions(user).elements().hasNext());
        assertEquals(0, numbersStored());
    }

    @Test
    @DisplayName("C6 a wrong code does not count, and fields nobody offered do not help")
    void wrongProof() {
        Page proof = numberPage().submit("phoneNumber", number).page();
        String code = VONAGE.awaitCode(number);

        Page wrong = proof.submit("code", Vonage.otherThan(code)).page();
        assertTrue(wrong.message().contains("4 attempts left"), wrong::toString);
        Page tricked = wrong.form("code")
                .with(Map.of("code", "", "verified", "true", "cancel-aia", "true"))
                .submit()
                .page();
        assertEquals("login-strongroom-code", tricked.id());
        assertEquals(0, numbersStored());
        tricked.submit("code", code).signedIn();
    }

    @Test
    @DisplayName("C5 another number may be entered; the code of the first is worth nothing for it")
    void otherNumber() {
        String other = PhoneNumbers.next();
        Page proof = numberPage().submit("phoneNumber", number).page();
        String code = VONAGE.awaitCode(number);

        Page again = proof.press("changeNumber").page();
        assertEquals("login-strongroom-phone", again.id());
        Page second = again.submit("phoneNumber", other).page();
        Page refused = second.submit("code", code).page();
        assertEquals("login-strongroom-code", refused.id());
        refused.submit("code", VONAGE.awaitCode(other)).signedIn();
        assertEquals(1, numbersStored());
    }

    @Test
    @DisplayName("a login costs five messages at most, whatever numbers are entered")
    void fiveMessages() {
        Page page = numberPage();
        for (int i = 0; i < 5; i++) {
            String next = PhoneNumbers.next();
            Page proof = page.submit("phoneNumber", next).page();
            VONAGE.awaitCode(next);
            page = proof.press("changeNumber").page();
        }

        Page limit = page.submit("phoneNumber", number).page();

        assertTrue(limit.message().contains("No further messages"), limit::toString);
        assertTrue(VONAGE.texts(number).isEmpty());
    }

    @ParameterizedTest(name = "D8 D9 {0} is refused: {1}")
    @CsvSource({
        "'', 'Please enter your mobile number'",
        "0701740605, 'full international format'",
        "0046701740605, 'full international format'",
        "+46 abc, 'full international format'",
        "+999123456789, 'no such phone number'",
        "+4670174060, 'no such phone number'",
        "+442083661177, 'cannot receive text messages'",
        "+18002345678, 'cannot receive text messages'",
        "<script>alert(1)</script>, 'full international format'",
    })
    void refused(String entered, String reason) {
        Page page = numberPage().submit("phoneNumber", entered).page();

        assertTrue(page.message().contains(reason), page::toString);
        assertFalse(page.html().contains("<script>alert"));
    }
}
