package io.strongroom.testrealm;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.App;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import io.strongroom.testrealm.server.KeycloakServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.UserRepresentation;

@DisplayName("A number that an administrator keeps in the user attribute phoneNumber")
class PhoneNumberAttributeIT {
    private static final Map<String, String> SMS_REQUIRED =
            Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms");
    private static final TestRealm REALM = realm("attribute", SMS_REQUIRED, "admin");
    private static final Vonage VONAGE = Harness.vonage();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String number = PhoneNumbers.next();
    private final String userName = "user" + number.substring(1);
    private final Browser browser = new Browser();

    private static TestRealm realm(String label, Map<String, String> attributes, String... editors) {
        TestRealm realm = TestRealm.create(label, attributes);
        new PhoneNumberProfile(realm).declareEditableBy(editors);
        return realm;
    }

    private TestUser user(TestRealm realm) {
        return realm.addUser(userName, spec -> spec.attribute("phoneNumber", number));
    }

    private static long numbersStored(TestRealm realm, TestUser user) {
        return realm.credentials(user).stream()
                .filter(credential -> "sms-otp".equals(credential.getType()))
                .count();
    }

    /** Null removes it. */
    private static Answer setNumber(TestRealm realm, TestUser user, String value) {
        String path = realm.path("/users/" + user.id());
        UserRepresentation existing = realm.admin().get(path, UserRepresentation.class);
        existing.setAttributes(value == null ? Map.of() : Map.of("phoneNumber", List.of(value)));
        return realm.admin().send("PUT", path, existing);
    }

    /** A user who changes their own profile in the account console. */
    private static int setOwnNumber(TestRealm realm, TestUser user, String token, String value) throws Exception {
        String body = JSON.writeValueAsString(Map.of(
                "username", user.name(),
                "email", user.name() + "@example.com",
                "firstName", user.name(),
                "lastName", "Tester",
                "attributes", Map.of("phoneNumber", List.of(value))));
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm.uri() + "/account"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).statusCode();
    }

    private static String attributeOf(TestRealm realm, TestUser user) {
        return realm.admin()
                .get(realm.path("/users/" + user.id()))
                .path("attributes")
                .path("phoneNumber")
                .path(0)
                .asText();
    }

    @Nested
    @DisplayName("used as a factor")
    class Factor {

        @Test
        @DisplayName("its user is asked for a code sent to it, at every login, and nothing has to be set up")
        void asked() {
            TestUser user = user(REALM);

            for (int login = 1; login <= 2; login++) {
                Page page = REALM.signIn(new Browser(), user).page();
                assertEquals("login-strongroom-code", page.id());
                page.submit("code", VONAGE.awaitCode(number, login)).signedIn();
            }

            assertEquals(0, numbersStored(REALM, user));
        }

        @Test
        @DisplayName("written with spaces and hyphens it is the same number")
        void normalised() {
            String written = number.substring(0, 3) + " (" + number.substring(3, 5) + ") " + number.substring(5, 8)
                    + "-" + number.substring(8);
            TestUser user = REALM.addUser(userName, spec -> spec.attribute("phoneNumber", written));

            Page page = REALM.signIn(browser, user).page();

            page.submit("code", VONAGE.awaitCode(number)).signedIn();
        }

        @Test
        @DisplayName(
                "changed by an administrator, the next code goes to the new number, also in a session that passed with the old one")
        void changed() {
            TestUser user = user(REALM);
            REALM.signIn(browser, user)
                    .page()
                    .submit("code", VONAGE.awaitCode(number))
                    .signedIn();
            browser.open(REALM.app().authorize()).signedIn();
            String next = PhoneNumbers.next();

            assertEquals(204, setNumber(REALM, user, next).status());

            Page page = browser.open(REALM.app().authorize()).page();
            assertEquals("login-strongroom-code", page.id());
            page.submit("code", VONAGE.awaitCode(next)).signedIn();
            assertEquals(1, VONAGE.texts(number).size());
        }

        @Test
        @DisplayName("a code sent to the old number is worth nothing for the new one")
        void changedMeanwhile() {
            TestUser user = user(REALM);
            Page page = REALM.signIn(browser, user).page();
            String old = VONAGE.awaitCode(number);
            String next = PhoneNumbers.next();

            setNumber(REALM, user, next);
            Page refused = page.submit("code", old).page();

            assertEquals("login-strongroom-code", refused.id());
            assertFalse(REALM.sessions(user).elements().hasNext());
        }

        @Test
        @DisplayName("D1 a data room asks for a code to it as to any number of the member's own")
        void dataRoom() {
            TestRealm realm = realm("attributeroom", Map.of(), "admin");
            TestGroup room = realm.addGroup("Room", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
            TestUser member =
                    realm.addUser(userName, spec -> spec.memberOf(room).attribute("phoneNumber", number));

            Page page = realm.signIn(browser, member).page();

            assertEquals("login-strongroom-code", page.id());
            page.submit("code", VONAGE.awaitCode(number)).signedIn();
        }

        @Test
        @DisplayName("a flow that somebody composed asks for it too, and the guard accepts that")
        void ofAFlow() {
            TestRealm realm = realm("attributeflow", SMS_REQUIRED, "admin");
            String flows = realm.path("/authentication/flows");
            realm.admin()
                    .create(flows, Map.of("alias", "password-and-sms", "providerId", "basic-flow", "topLevel", true));
            for (String provider : List.of("auth-username-password-form", "sms-otp-authenticator")) {
                realm.admin().create(flows + "/password-and-sms/executions/execution", Map.of("provider", provider));
            }
            for (JsonNode execution : realm.admin().get(flows + "/password-and-sms/executions")) {
                ((ObjectNode) execution).put("requirement", "REQUIRED");
                realm.admin().put(flows + "/password-and-sms/executions", execution);
            }
            realm.admin().put(realm.path(""), Map.of("realm", realm.name(), "browserFlow", "password-and-sms"));
            TestUser user = user(realm);

            realm.signIn(browser, user)
                    .page()
                    .submit("code", VONAGE.awaitCode(number))
                    .signedIn();

            assertEquals(1, VONAGE.texts(number).size());
            assertEquals("sms-otp", realm.awaitEvent(user, "LOGIN").getDetails().get("second_factor"));
        }

        @Test
        @DisplayName("X6 changed by an administrator, a remembered browser is asked again")
        void rememberedBrowser() {
            TestRealm realm = realm(
                    "attributebrowser",
                    Map.of(
                            "twoFactor.enforcement", "required",
                            "twoFactor.methods", "sms",
                            "twoFactor.rememberBrowserDays", "30"),
                    "admin");
            TestUser user = user(realm);
            realm.signIn(browser, user)
                    .page()
                    .submit(Map.of("code", VONAGE.awaitCode(number), "rememberBrowser", "true"))
                    .signedIn();
            signOut(realm, user);
            realm.signIn(browser, user).signedIn();
            signOut(realm, user);

            setNumber(realm, user, PhoneNumbers.next());

            assertEquals(
                    "login-strongroom-code", realm.signIn(browser, user).page().id());
        }

        private void signOut(TestRealm realm, TestUser user) {
            realm.admin().post(realm.path("/users/" + user.id() + "/logout"), Map.of());
        }

        @Test
        @DisplayName("a user cannot change it in the account console")
        void notByUsers() throws Exception {
            TestRealm realm = realm("attributeown", Map.of(), "admin");
            TestUser user = user(realm);
            String token = realm.app().passwordGrant(user).text("access_token");

            setOwnNumber(realm, user, token, PhoneNumbers.next());

            assertEquals(number, attributeOf(realm, user));
        }
    }

    @Nested
    @DisplayName("only a suggestion where users can write it")
    class Suggestion {

        private void isProposedAndToBeProven(TestRealm realm, TestUser user) {
            Page page = realm.signIn(browser, user).page();

            assertEquals("login-strongroom-phone", page.id());
            assertEquals(
                    number, page.document().select("input[name=phoneNumber]").val());
            assertTrue(VONAGE.texts(number).isEmpty());
            Page proof = page.press("send").page();
            assertEquals(0, numbersStored(realm, user));
            proof.submit("code", VONAGE.awaitCode(number)).signedIn();
            assertEquals(1, numbersStored(realm, user));
        }

        @Test
        @DisplayName("C5 declared as editable by users: proposed, and to be proven")
        void editable() {
            TestRealm realm = realm("suggestion", SMS_REQUIRED, "admin", "user");

            isProposedAndToBeProven(realm, user(realm));
        }

        @Test
        @DisplayName("C5 not declared: proposed, and to be proven")
        void undeclared() {
            TestRealm realm = TestRealm.create("undeclared", SMS_REQUIRED);
            new PhoneNumberProfile(realm).allowUndeclared();

            isProposedAndToBeProven(realm, user(realm));
        }

        @Test
        @DisplayName("C5 declared for some scopes only, and so undeclared without them: proposed, and to be proven")
        void scoped() {
            TestRealm realm = TestRealm.create("scoped", SMS_REQUIRED);
            PhoneNumberProfile profile = new PhoneNumberProfile(realm);
            profile.allowUndeclared();
            profile.declareForScope("phone", "admin");

            isProposedAndToBeProven(realm, user(realm));
        }

        @Test
        @DisplayName("who changes it gets no code there: the number that was proven is asked")
        void attack() throws Exception {
            TestRealm realm = realm("attack", Map.of(), "admin", "user");
            TestUser victim = realm.addUser(userName, spec -> spec.number(number));
            String stolen = realm.app().passwordGrant(victim).text("access_token");
            String attackers = PhoneNumbers.next();

            assertEquals(204, setOwnNumber(realm, victim, stolen, attackers));
            realm.setAttribute("twoFactor.methods", "sms");
            realm.setAttribute("twoFactor.enforcement", "required");
            Page page = realm.signIn(browser, victim).page();

            assertEquals(attackers, attributeOf(realm, victim));
            assertEquals("login-strongroom-code", page.id());
            page.submit("code", VONAGE.awaitCode(number)).signedIn();
            assertTrue(VONAGE.texts(attackers).isEmpty());
            assertFalse(realm.app().passwordGrant(victim).hasTokens(), "the password alone gives no token");
        }
    }

    @Nested
    @DisplayName("demanded of administrators")
    class Demanded {

        private Answer create(TestRealm realm, Map<String, List<String>> attributes) {
            UserRepresentation user = new UserRepresentation();
            user.setUsername(userName);
            user.setEnabled(true);
            user.setAttributes(attributes);
            return realm.admin().send("POST", realm.path("/users"), user);
        }

        @Test
        @DisplayName("C4 a user without a number is refused, and the console has a sentence that says why")
        void without() throws Exception {
            Answer refused = create(REALM, null);

            assertEquals(400, refused.status());
            assertEquals("phoneNumber", refused.text("field"));
            assertTrue(sentence("en", refused.text("errorMessage")).contains("A phone number is required"));
            assertTrue(sentence("de", refused.text("errorMessage")).contains("Telefonnummer ist erforderlich"));
            assertEquals(
                    201, create(REALM, Map.of("phoneNumber", List.of(number))).status());
        }

        @Test
        @DisplayName("C4 nor can the number be removed later")
        void removed() {
            TestUser user = user(REALM);

            assertEquals(
                    "strongroomAttributeRequired", setNumber(REALM, user, null).text("errorMessage"));
            assertEquals(number, attributeOf(REALM, user));
        }

        @Test
        @DisplayName("C4 other changes of a user who has one are taken, also if the request leaves attributes out")
        void otherChanges() {
            TestUser user = user(REALM);

            Answer answer = REALM.admin().send("PUT", REALM.path("/users/" + user.id()), Map.of("lastName", "Changed"));

            assertEquals(204, answer.status());
            assertEquals(number, attributeOf(REALM, user));
        }

        @Test
        @DisplayName(
                "C13 not of users with an exempt role, nor of those who set up a number themselves, nor of service accounts")
        void canDoWithout() {
            TestUser machine = user(REALM);
            REALM.grantRole(machine, "two-factor-exempt");
            TestUser enrolled = REALM.addUser(
                    "own" + userName,
                    spec -> spec.attribute("phoneNumber", number).number(number));
            REALM.addClient("service" + userName, client -> {
                client.setPublicClient(false);
                client.setServiceAccountsEnabled(true);
                return client;
            });
            JsonNode service = REALM.admin()
                    .get(REALM.path("/users?exact=true&username=service-account-service" + userName))
                    .path(0);

            assertAll(
                    () -> assertEquals(204, setNumber(REALM, machine, null).status()),
                    () -> assertEquals(204, setNumber(REALM, enrolled, null).status()),
                    () -> assertEquals(
                            204,
                            REALM.admin()
                                    .send(
                                            "PUT",
                                            REALM.path("/users/"
                                                    + service.path("id").asText()),
                                            service)
                                    .status()));
        }

        @Test
        @DisplayName("C4 only while text messages are required and the only method")
        void otherStrategies() {
            TestRealm realm = realm("strategies", SMS_REQUIRED, "admin");
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
        @DisplayName("D8 D9 a number that is none is refused with the reason and an example")
        void bad(String value, String reason) throws Exception {
            Answer refused = create(REALM, Map.of("phoneNumber", List.of(value)));

            assertEquals(400, refused.status());
            String sentence = sentence("en", refused.text("errorMessage"));
            assertTrue(sentence.contains(reason) && sentence.contains("+46701740605"), sentence);
        }

        @Test
        @DisplayName("D8 users who may edit it are refused the same in the account console")
        void badOwn() throws Exception {
            TestRealm realm = realm("badown", Map.of(), "admin", "user");
            TestUser user = user(realm);
            String token = realm.app().passwordGrant(user).text("access_token");

            assertEquals(400, setOwnNumber(realm, user, token, "0701740605"));
            assertEquals(number, attributeOf(realm, user));
        }

        @Test
        @DisplayName("the admin console offers the validator for the user profile")
        void offered() throws Exception {
            JsonNode info =
                    JSON.readTree(get(URI.create(Harness.server().baseUrl() + "/admin/serverinfo"), adminToken()));
            JsonNode validators = info.path("componentTypes").path("org.keycloak.validate.Validator");

            assertTrue(StreamSupport.stream(validators.spliterator(), false)
                    .anyMatch(validator -> "two-factor-phone-number"
                            .equals(validator.path("id").asText())));
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
