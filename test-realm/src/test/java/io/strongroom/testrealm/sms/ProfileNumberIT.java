package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import io.strongroom.testrealm.support.PhoneNumberProfile;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A directory number in national format")
class ProfileNumberIT {
    private static final TestRealm REALM = realm("dialled", PhoneNumberAttribute.SMS_REQUIRED);
    private static final AdminApi API = AdminApi.of(REALM);
    private static final Vonage VONAGE = Harness.vonage();

    private final Browser browser = new Browser();

    private static TestRealm realm(String label, Map<String, String> policy) {
        TestRealm realm = TestRealm.create(label, policy);
        new PhoneNumberProfile(realm).declareForDirectory();
        return realm;
    }

    private static String findings() {
        JsonNode health = API.get("/health").expect(200).body();
        StringBuilder sentences = new StringBuilder();
        health.forEach(finding -> {
            if (finding.path("what").asText().equals("user attribute phoneNumber")) {
                sentences.append(finding.path("message").asText());
            }
        });
        return sentences.toString();
    }

    private static int unreadable() {
        return API.get("/report").expect(200).body().path("unreadableNumbers").asInt();
    }

    @Test
    @DisplayName(
            "X23 blocks its user's login and is counted in report and health until the country is configured; then "
                    + "it gets the code. It is never replaced with the password alone")
    void unreadableUntilCountryIsNamed() {
        String number = PhoneNumbers.next();
        TestUser user = REALM.addUser("national", spec -> spec.attribute("phoneNumber", national(number)));
        REALM.addUser("full", spec -> spec.attribute("phoneNumber", PhoneNumbers.next()));
        TestUser none = REALM.addUser("none", spec -> spec.attribute("phoneNumber", "none"));

        assertEquals(
                "login-strongroom-refused", REALM.signIn(browser, user).page().id());
        assertEquals(1, unreadable());
        assertTrue(findings().contains(": national. Set twoFactor.sms.defaultCountry"), findings());
        assertEquals(
                "login-strongroom-phone",
                REALM.signIn(new Browser(), none).page().id());

        REALM.setAttribute("twoFactor.sms.defaultCountry", "SE");

        assertEquals(0, unreadable());
        assertEquals("", findings());
        REALM.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();
        assertEquals(0, PhoneNumberAttribute.numbersStored(REALM, user));
    }

    private static String national(String number) {
        return "0" + number.substring(3, 5) + "-" + number.substring(5);
    }

    @Test
    @DisplayName("X23 is accepted in a tenant that allows only its country")
    void onlyCountry() {
        TestRealm realm = realm(
                "dialledonly",
                Map.of(
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.methods",
                        "sms",
                        "twoFactor.sms.allowedCountries",
                        "SE"));
        String number = PhoneNumbers.next();
        TestUser user = realm.addUser(
                "user",
                spec -> spec.attribute(
                        "phoneNumber", "00 46 " + national(number).substring(1)));

        realm.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        JsonNode listed =
                AdminApi.of(realm).get("/users?status=sms").expect(200).body();
        assertEquals(number, listed.path(0).path("phoneNumber").asText());
    }

    @ParameterizedTest(
            name = "X23 does not block a login if it is unreadable and the tenant''s rule is {0} with {1}: {2}")
    @CsvSource({"required,totp,login-strongroom-totp-setup", "optional,'totp,sms',"})
    void noOutage(String enforcement, String methods, String page) {
        TestRealm realm =
                realm("dialledoutage", Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", methods));
        TestUser user = realm.addUser("user", spec -> spec.attribute("phoneNumber", "ext. 4711"));

        var landing = realm.signIn(browser, user);

        if (page == null) {
            landing.signedIn();
        } else {
            assertEquals(page, landing.page().id());
        }
    }

    @ParameterizedTest(
            name =
                    "X23 does not block a login if an app waits to be set up and no rule asks, unless a data room does: {0}")
    @CsvSource({"false,login-strongroom-totp-setup", "true,login-strongroom-refused"})
    void waitingSetUp(String enforced, String page) {
        TestRealm realm = realm("dialledwaiting", Map.of("twoFactor.enforcement", "optional"));
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", enforced));
        TestUser user = realm.addUser(
                "user",
                spec -> spec.memberOf(room)
                        .attribute("phoneNumber", "ext. 4711")
                        .with(account -> account.setRequiredActions(List.of("CONFIGURE_TOTP"))));

        assertEquals(page, realm.signIn(browser, user).page().id());
    }
}
