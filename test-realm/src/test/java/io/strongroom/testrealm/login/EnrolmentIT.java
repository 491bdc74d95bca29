package io.strongroom.testrealm.login;

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
import org.junit.jupiter.params.provider.ValueSource;
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

    private int numbersStored() {
        return REALM.credentials(user, "sms-otp").size();
    }

    @Test
    @DisplayName("O2 C5 a user without a number gets a page to enter one, which counts once its code is entered")
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
    @DisplayName("C6 leaving the page in any way yields no session")
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
    @DisplayName("C6 a wrong code is not accepted, and fields that are not on the page have no effect")
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
    @DisplayName("C5 a user can enter another number, for which the first number's code is not valid")
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
    @DisplayName("a login sends at most five messages, whatever numbers are entered")
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

    @ParameterizedTest(name = "D8 D9 the number {0} is refused: {1}")
    @CsvSource({
        "'', 'Please enter your mobile number'",
        "0701740605, 'choose the country of this number'",
        "00999123456789, 'no such phone number'",
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

    /** The number in Swedish national format. */
    private String national() {
        return "0" + number.substring(3, 5) + "-" + number.substring(5, 8) + " " + number.substring(8, 10) + " "
                + number.substring(10);
    }

    private static String chosen(Page page) {
        return page.document().select("select[name=country] option[selected]").val();
    }

    @Test
    @DisplayName("C5 a number in the chosen country's national format is accepted")
    void nationally() {
        Page proof = numberPage()
                .form("phoneNumber")
                .with(Map.of("country", "SE", "phoneNumber", national()))
                .submit()
                .page();

        proof.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertEquals(1, numbersStored());
    }

    @ParameterizedTest(name = "C5 an international number, here with {0}, overrides the chosen country")
    @ValueSource(strings = {"+", "00"})
    void fullForm(String prefix) {
        Page proof = numberPage()
                .form("phoneNumber")
                .with(Map.of("country", "DE", "phoneNumber", prefix + number.substring(1)))
                .submit()
                .page();

        proof.submit("code", VONAGE.awaitCode(number)).signedIn();
        assertEquals(1, numbersStored());
    }

    @Test
    @DisplayName("C5 the country of the browser's language is preselected, and its example is shown in both formats")
    void guessed() {
        Page page = REALM.signIn(new Browser("sv-SE,sv;q=0.9,en;q=0.8"), user).page();

        assertEquals("SE", chosen(page));
        assertTrue(
                page.text().contains("For example 070-174 06 05, or with country code +46701740605"), page::toString);
        page.submit("phoneNumber", national())
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
    }

    @Test
    @DisplayName("C5 no country is preselected if the browser's language has none")
    void notGuessed() {
        Page page = numberPage();

        assertEquals("", chosen(page));
        assertTrue(page.document().select("select[name=country] option").size() > 200);
        assertTrue(page.has("select[name=country] option[value=SE]:contains(Sweden)"));
        assertEquals("+46", page.document().select("option[value=SE]").text().replaceAll("[^+\\d]", ""));
    }

    @Test
    @DisplayName(
            "C5 country and number are kept after an error, and the country is kept when another number is entered")
    void choiceStays() {
        Page refused = REALM.signIn(new Browser("sv-SE"), user)
                .page()
                .form("phoneNumber")
                .with(Map.of("country", "DE", "phoneNumber", "0151 <1>"))
                .submit()
                .page();
        assertEquals("DE", chosen(refused));
        assertEquals("0151 <1>", refused.document().select("#phoneNumber").val());

        Page proof = refused.form("phoneNumber")
                .with(Map.of("country", "SE", "phoneNumber", national()))
                .submit()
                .page();
        assertEquals("SE", chosen(proof.press("changeNumber").page()));
    }

    @Test
    @DisplayName("C5 X14 an error about the country is shown at the country field")
    void countryMissing() {
        Page refused = numberPage().submit("phoneNumber", national()).page();

        assertEquals("true", refused.document().select("select#country").attr("aria-invalid"));
        assertTrue(refused.has("select#country[autofocus]"));
        assertTrue(refused.has("#input-error-country"));
        assertFalse(refused.has("#phoneNumber[aria-invalid]"));
    }

    @Test
    @DisplayName("security 18: a country that was not offered is rejected")
    void unknownCountry() {
        for (String country : new String[] {"ZZ", "<script>", "SE,DE"}) {
            Page refused = numberPage()
                    .form("phoneNumber")
                    .with(Map.of("country", country, "phoneNumber", national()))
                    .submit()
                    .page();

            assertTrue(refused.message().contains("choose the country"), refused::toString);
        }
        assertTrue(VONAGE.texts(number).isEmpty());
    }
}
