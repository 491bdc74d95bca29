package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("C16 The text of the message, which each tenant can edit")
class SmsTextIT {
    private static final Vonage VONAGE = Harness.vonage();

    private final String number = PhoneNumbers.next();

    private TestRealm realm(Map<String, String> attributes) {
        TestRealm realm = TestRealm.create(
                        "text", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"))
                .withMail();
        attributes.forEach(realm::setAttribute);
        return realm;
    }

    private TestUser user(TestRealm realm) {
        return realm.addUser("user", spec -> spec.number(number));
    }

    private String sent(TestRealm realm, Browser browser) {
        realm.signIn(browser, user(realm)).page();
        return VONAGE.awaitTexts(number, 1).get(0);
    }

    private static String health(TestRealm realm) {
        return realm.admin().get(realm.path("/two-factor/health")).toString();
    }

    @Test
    @DisplayName("C16 is set by an attribute with placeholders for every language, and the code still works")
    void template() {
        TestRealm realm = realm(Map.of("twoFactor.sms.template", "Kod {code} till {tenant}, {minutes} minuter"));
        Page page = realm.signIn(new Browser("de"), user(realm)).page();
        String text = VONAGE.awaitTexts(number, 1).get(0);

        assertEquals("Kod " + Vonage.code(text) + " till Tenant " + realm.name() + ", 5 minuter", text);
        page.submit("code", Vonage.code(text)).signedIn();
        assertFalse(health(realm).contains("twoFactor.sms"), health(realm));
    }

    @Test
    @DisplayName("C16 is set by the realm's own translation in the user's language")
    void translation() {
        TestRealm realm = realm(Map.of());
        realm.admin()
                .post(
                        realm.path("/localization/de"),
                        Map.of("strongroomSmsText", "{0} ist der Zugang zu {1}, {2} Minuten lang"));

        assertEquals(
                "CODE ist der Zugang zu Tenant " + realm.name() + ", 5 Minuten lang",
                sent(realm, new Browser("de")).replaceAll("^[0-9]{6}", "CODE"));
    }

    @Test
    @DisplayName("gets the code added if a translation omits it")
    void translationWithoutCode() {
        TestRealm realm = realm(Map.of());
        realm.admin().post(realm.path("/localization/en"), Map.of("strongroomSmsText", "Welcome to {1}"));

        assertTrue(sent(realm, new Browser()).matches("[0-9]{6} Welcome to Tenant .*"));
        assertTrue(health(realm).contains("lacks {0}"), health(realm));
    }

    @Test
    @DisplayName("X9 causes a health finding if a translation is too long or malformed, and the code is still sent")
    void translationsWithFlaws() {
        TestRealm realm = realm(Map.of());
        Map.of("en", "{code} for {1}", "de", "{0} " + "a".repeat(300), "sv", "{0} {1}")
                .forEach((language, text) ->
                        realm.admin().post(realm.path("/localization/" + language), Map.of("strongroomSmsText", text)));

        assertEquals("CODE Tenant " + realm.name(), sent(realm, new Browser()).replaceAll("^[0-9]{6}", "CODE"));
        String health = health(realm);
        assertTrue(
                health.contains("localization en\",\"message\":\"The realm's own strongroomSmsText cannot be read"),
                health);
        assertTrue(
                health.contains(
                        "localization de\",\"message\":\"The realm's own strongroomSmsText takes up to 3 messages. Each"),
                health);
        assertFalse(health.contains("localization sv"), health);
    }

    @Test
    @DisplayName("X9 causes a health finding if it lacks the code, and the default is sent")
    void badTemplate() {
        TestRealm realm = realm(Map.of("twoFactor.sms.template", "Welcome {name}"));

        assertTrue(sent(realm, new Browser()).contains("is your code for"));
        assertTrue(health(realm).contains("twoFactor.sms.template"), health(realm));
        assertTrue(health(realm).contains("the default text applies"), health(realm));
    }

    @Test
    @DisplayName("X9 has a health finding that says how many messages it takes, and is not sent if it takes more than "
            + "three")
    void length() {
        TestRealm realm = realm(Map.of("twoFactor.sms.template", "{code} 東京 " + "a".repeat(70)));
        assertTrue(health(realm).contains("up to 2 messages, because some of its letters"), health(realm));

        realm.setAttribute("twoFactor.sms.template", "{code} " + "a".repeat(460));

        assertTrue(health(realm).contains("so the default text is sent instead"), health(realm));
        assertTrue(sent(realm, new Browser()).contains("is your code for"));
    }

    @Test
    @DisplayName("ends with a line that binds the code to the login's https address")
    void webOtp() {
        TestRealm realm = realm(Map.of());
        TestUser user = user(realm);
        Browser browser = new Browser();
        Page password = realm.loginPage(browser);
        realm.setAttribute("frontendUrl", "https://login.example.test");
        Arrival onward = (Arrival) password.submit(Map.of("username", user.name(), "password", user.password()));

        browser.open(URI.create(onward.uri()
                .toString()
                .replace("https://login.example.test", realm.server().baseUrl().toString())));

        String text = VONAGE.awaitTexts(number, 1).get(0);
        assertTrue(text.endsWith("\n@login.example.test #" + Vonage.code(text)), text);
    }
}
