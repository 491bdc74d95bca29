package io.strongroom.testrealm.sms;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.server.KeycloakServer;
import io.strongroom.testrealm.support.PhoneNumberAttribute;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("The attribute phoneNumber, required of administrators who edit users")
class PhoneNumberDemandedIT {
    private static final TestRealm REALM =
            PhoneNumberAttribute.realm("demanded", PhoneNumberAttribute.SMS_REQUIRED, "admin");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private final String number = PhoneNumbers.next();
    private final String userName = "user" + number.substring(1);

    private Answer create(TestRealm realm, Map<String, List<String>> attributes) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(userName);
        user.setEnabled(true);
        user.setAttributes(attributes);
        return realm.admin().send("POST", realm.path("/users"), user);
    }

    @Test
    @DisplayName("C4 is required of a new user, and the console says why")
    void without() throws Exception {
        Answer refused = create(REALM, null);

        assertEquals(400, refused.status());
        assertEquals("phoneNumber", refused.text("field"));
        assertTrue(sentence("en", refused.text("errorMessage")).contains("A phone number is required"));
        assertTrue(sentence("de", refused.text("errorMessage")).contains("Telefonnummer ist erforderlich"));
        assertEquals(201, create(REALM, Map.of("phoneNumber", List.of(number))).status());
    }

    @Test
    @DisplayName("C4 can't be removed later")
    void removed() {
        TestUser user = PhoneNumberAttribute.user(REALM, number);

        assertEquals(
                "strongroomAttributeRequired",
                PhoneNumberAttribute.setNumber(REALM, user, null).text("errorMessage"));
        assertEquals(number, PhoneNumberAttribute.attributeOf(REALM, user));
    }

    @Test
    @DisplayName("C4 does not block other changes of a user who has a number, even if the request omits attributes")
    void otherChanges() {
        TestUser user = PhoneNumberAttribute.user(REALM, number);

        Answer answer = REALM.admin().send("PUT", REALM.path("/users/" + user.id()), Map.of("lastName", "Changed"));

        assertEquals(204, answer.status());
        assertEquals(number, PhoneNumberAttribute.attributeOf(REALM, user));
    }

    @Test
    @DisplayName("C13 is not required for users with an exempt role or a number of their own, or for service accounts")
    void canDoWithout() {
        TestUser machine = PhoneNumberAttribute.user(REALM, number);
        REALM.grantRole(machine, "two-factor-exempt");
        TestUser enrolled = REALM.addUser(
                "own" + userName, spec -> spec.attribute("phoneNumber", number).number(number));
        REALM.addClient("service" + userName, client -> {
            client.setPublicClient(false);
            client.setServiceAccountsEnabled(true);
            return client;
        });
        JsonNode service = REALM.admin()
                .get(REALM.path("/users?exact=true&username=service-account-service" + userName))
                .path(0);

        assertAll(
                () -> assertEquals(
                        204,
                        PhoneNumberAttribute.setNumber(REALM, machine, null).status()),
                () -> assertEquals(
                        204,
                        PhoneNumberAttribute.setNumber(REALM, enrolled, null).status()),
                () -> assertEquals(
                        204,
                        REALM.admin()
                                .send(
                                        "PUT",
                                        REALM.path(
                                                "/users/" + service.path("id").asText()),
                                        service)
                                .status()));
    }

    @Test
    @DisplayName("C4 is required only while text messages are required and the only method")
    void otherStrategies() {
        TestRealm realm = PhoneNumberAttribute.realm("strategies", PhoneNumberAttribute.SMS_REQUIRED, "admin");
        assertEquals(400, create(realm, null).status());

        realm.setAttribute("twoFactor.methods", "totp,sms");

        assertEquals(201, create(realm, null).status());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0701740605, full international format",
        "+46701, There is no such phone number",
        "+4687865000, cannot receive text messages",
        "+18002345678, cannot receive text messages",
    })
    @DisplayName("D8 D9 is refused with the reason and an example if the number is invalid")
    void bad(String value, String reason) throws Exception {
        Answer refused = create(REALM, Map.of("phoneNumber", List.of(value)));

        assertEquals(400, refused.status());
        String sentence = sentence("en", refused.text("errorMessage"));
        assertTrue(sentence.contains(reason) && sentence.contains("+46701740605"), sentence);
    }

    @Test
    @DisplayName("D8 shows the same errors in the account console to users who may edit it")
    void badOwn() throws Exception {
        TestRealm realm = PhoneNumberAttribute.realm("badown", Map.of(), "admin", "user");
        TestUser user = PhoneNumberAttribute.user(realm, number);
        String token = realm.app().passwordGrant(user).text("access_token");

        assertEquals(400, PhoneNumberAttribute.setOwnNumber(realm, user, token, "0701740605"));
        assertEquals(number, PhoneNumberAttribute.attributeOf(realm, user));
    }

    @Test
    @DisplayName("has a validator that the admin console offers for the user profile")
    void offered() throws Exception {
        JsonNode info = JSON.readTree(get(URI.create(Harness.server().baseUrl() + "/admin/serverinfo"), adminToken()));
        JsonNode validators = info.path("componentTypes").path("org.keycloak.validate.Validator");

        assertTrue(StreamSupport.stream(validators.spliterator(), false)
                .anyMatch(validator ->
                        "two-factor-phone-number".equals(validator.path("id").asText())));
    }

    /** As the admin console shows it. */
    private String sentence(String language, String key) throws Exception {
        URI messages = URI.create(Harness.server().baseUrl() + "/resources/" + REALM.name() + "/admin/" + language);
        for (JsonNode message : JSON.readTree(get(messages, null))) {
            if (key.equals(message.path("key").asText())) {
                return message.path("value").asText();
            }
        }
        throw new AssertionError("The console has no message for " + key);
    }

    private static String adminToken() {
        return new App(URI.create(Harness.server().baseUrl() + "/realms/master"), "admin-cli", null)
                .token(Map.of(
                        "grant_type", "password",
                        "username", KeycloakServer.ADMIN_USER,
                        "password", KeycloakServer.ADMIN_PASSWORD))
                .text("access_token");
    }

    private static String get(URI uri, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        return response.body();
    }
}
