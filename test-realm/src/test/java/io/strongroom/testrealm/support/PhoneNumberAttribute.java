package io.strongroom.testrealm.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.strongroom.testrealm.harness.Answer;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.keycloak.representations.idm.UserRepresentation;

/** Realms whose users have a number in the user attribute {@code phoneNumber}, and changes of it. */
public final class PhoneNumberAttribute {
    public static final Map<String, String> SMS_REQUIRED =
            Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private PhoneNumberAttribute() {}

    public static TestRealm realm(String label, Map<String, String> attributes, String... editors) {
        TestRealm realm = TestRealm.create(label, attributes);
        new PhoneNumberProfile(realm).declareEditableBy(editors);
        return realm;
    }

    /** A user with this number, in any format. */
    public static TestUser user(TestRealm realm, String number) {
        String digits = number.replaceAll("\\D", "");
        return realm.addUser("user" + digits, spec -> spec.attribute("phoneNumber", number));
    }

    public static int numbersStored(TestRealm realm, TestUser user) {
        return realm.credentials(user, "sms-otp").size();
    }

    /** Null removes it. */
    public static Answer setNumber(TestRealm realm, TestUser user, String value) {
        String path = realm.path("/users/" + user.id());
        UserRepresentation existing = realm.admin().get(path, UserRepresentation.class);
        existing.setAttributes(value == null ? Map.of() : Map.of("phoneNumber", List.of(value)));
        return realm.admin().send("PUT", path, existing);
    }

    /** A user who changes their own profile in the account console. */
    public static int setOwnNumber(TestRealm realm, TestUser user, String token, String value) throws Exception {
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

    /** The data of a user's own profile that the account console receives. */
    public static JsonNode ownProfile(TestRealm realm, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(realm.uri() + "/account/?userProfileMetadata=true"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    public static String attributeOf(TestRealm realm, TestUser user) {
        return realm.admin()
                .get(realm.path("/users/" + user.id()))
                .path("attributes")
                .path("phoneNumber")
                .path(0)
                .asText();
    }
}
