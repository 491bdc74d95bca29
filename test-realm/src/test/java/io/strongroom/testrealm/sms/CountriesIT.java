package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.AuthenticatorApp;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.support.PhoneNumberProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("X3 security 18: Messages are sent only to numbers of the countries that a tenant allows")
class CountriesIT {
    private static final Vonage VONAGE = Harness.vonage();

    private static final TestRealm GERMAN = TestRealm.create(
            "german", Map.of("twoFactor.enforcement", "required", "twoFactor.sms.allowedCountries", "DE"));

    private final String swedish = PhoneNumbers.next();
    private final String name = "user" + swedish.substring(1);
    private final String secret = "secret-of-" + swedish.substring(1);

    @Test
    @DisplayName("a number of another country is refused at set-up with a specific message")
    void enrolment() {
        Page phone = GERMAN.signIn(new Browser(), GERMAN.addUser(name))
                .page()
                .form("method")
                .press("method", "sms")
                .page();

        Page refused = phone.submit("phoneNumber", swedish).page();

        assertEquals("login-strongroom-phone", refused.id());
        assertTrue(refused.message().contains("not sent to numbers of that country"), refused::toString);
        assertFalse(refused.html().contains("+46701740605"), "no example that would be refused as well");
    }

    @Test
    @DisplayName("a tenant with one allowed country offers no choice and accepts numbers in its national format")
    void oneCountry() {
        String last = swedish.substring(8);
        Page phone = GERMAN.signIn(new Browser("sv-SE"), GERMAN.addUser(name))
                .page()
                .form("method")
                .press("method", "sms")
                .page();

        assertFalse(phone.hasField("country"));
        assertEquals(
                "Country: Germany (+49)",
                phone.document().select("#strongroom-country").text().replace("\u200e", ""));
        Page proof = phone.submit("phoneNumber", "01512 345" + last).page();
        assertEquals("login-strongroom-code", proof.id());
        assertFalse(VONAGE.awaitCode("+491512345" + last).isEmpty());
    }

    @Test
    @DisplayName("several allowed countries are offered in the order of the user's language, and no other is accepted")
    void someCountries() {
        TestRealm realm = TestRealm.create("some", representation -> {
            representation.getAttributes().put("twoFactor.enforcement", "required");
            representation.getAttributes().put("twoFactor.methods", "sms");
            representation.getAttributes().put("twoFactor.sms.allowedCountries", "SE,DE,AT");
            representation.setInternationalizationEnabled(true);
            representation.setSupportedLocales(Set.of("en", "de"));
            return representation;
        });
        Page phone =
                realm.signIn(new Browser("de-AT,de;q=0.9"), realm.addUser(name)).page();

        assertEquals(
                List.of("DE", "AT", "SE"),
                phone.document().select("select[name=country] option").eachAttr("value"));
        assertTrue(phone.has("option[value=AT][selected]:contains(Österreich)"), phone::html);
        Page refused = phone.form("phoneNumber")
                .with(Map.of("country", "NO", "phoneNumber", "406 12 345"))
                .submit()
                .page();
        assertEquals("login-strongroom-phone", refused.id());
        assertEquals(List.of(), VONAGE.texts("+4740612345"));
    }

    @Test
    @DisplayName("D8 an administrator can't set a number of another country either")
    void administrator() {
        new PhoneNumberProfile(GERMAN).declareEditableBy("admin");
        UserRepresentation user = new UserRepresentation();
        user.setUsername(name);
        user.setEnabled(true);
        user.singleAttribute("phoneNumber", swedish);

        assertEquals(
                "strongroomAttributeCountry",
                GERMAN.admin().send("POST", GERMAN.path("/users"), user).text("errorMessage"));
        user.setAttributes(Map.of("phoneNumber", List.of("+4915123456789")));
        assertEquals(
                201, GERMAN.admin().send("POST", GERMAN.path("/users"), user).status());
    }

    @Test
    @DisplayName("a number stored earlier gets no message but a specific error and an event, and the app still works")
    void stored() {
        TestUser user = GERMAN.addUser(name, spec -> spec.number(swedish).app(secret));

        Page page = GERMAN.signIn(new Browser(), user).page();

        assertEquals("login-strongroom-code", page.id());
        assertTrue(
                page.message().contains("not sent to your number •••" + swedish.substring(swedish.length() - 2)),
                page::toString);
        assertFalse(page.has("button[name=resend]"));
        assertEquals(
                "country",
                GERMAN.events(user).stream()
                        .filter(event -> "sms_number_refused".equals(event.getError()))
                        .findFirst()
                        .orElseThrow()
                        .getDetails()
                        .get("reason"));
        page.press("method")
                .page()
                .submit("code", AuthenticatorApp.ofStored(secret).code())
                .signedIn();
        assertEquals(List.of(), VONAGE.texts(swedish));
    }

    @Test
    @DisplayName("X1 a room that allows members without a number does not let in members whose number gets no message")
    void opensNoDoor() {
        TestRealm realm = TestRealm.create("door", Map.of("twoFactor.sms.allowedCountries", "nowhere"));
        TestGroup room = realm.addGroup(
                "Room", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.withoutNumber", "allow"));
        TestUser user = realm.addUser("user", spec -> spec.memberOf(room).numberFor(room, swedish));

        Page page = realm.signIn(new Browser(), user).page();

        assertTrue(page.message().contains("not sent to your number"), page::toString);
        assertFalse(page.press("login").page().message().isEmpty());
        assertFalse(realm.sessions(user).elements().hasNext());
        assertEquals(List.of(), VONAGE.texts(swedish));
    }

    @Test
    @DisplayName("a premium number that got into the database gets no message, even if its country is allowed")
    void premium() {
        TestRealm realm =
                TestRealm.create("premium", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        String premium = "+46939" + swedish.substring(6);
        TestUser user = realm.addUser("user", spec -> spec.number(premium));

        Page page = realm.signIn(new Browser(), user).page();

        assertTrue(page.message().contains("not sent to your number"), page::toString);
        assertEquals(List.of(), VONAGE.texts(premium));
    }
}
