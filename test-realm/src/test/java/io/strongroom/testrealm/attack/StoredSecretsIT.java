package io.strongroom.testrealm.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Arrival;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Stored factor data")
class StoredSecretsIT {
    private static final String HASH = "aGFzaCBvZiBhIGJhY2t1cCBjb2Rl";
    private static final String SALT = "c2FsdCBvZiBiYWNrdXAgY29kZXM=";
    private static final TestRealm REALM = TestRealm.create(
            "secrets", Map.of("twoFactor.enforcement", "optional", "twoFactor.rememberBrowserDays", "30"));
    private static final Set<String> TYPES =
            Set.of("password", "sms-otp", "otp", "backup-codes", "remembered-browser", "two-factor-failures");

    private final String number = PhoneNumbers.next();
    private final String appSecret = "secret-of-" + number.substring(1);
    private TestUser user;
    private Arrival signedIn;

    /** A user with every kind of factor. */
    @BeforeEach
    void signIn() {
        user = REALM.addUser(
                "user" + number.substring(1),
                spec -> spec.number(number)
                        .app("app-of-" + number.substring(1), appSecret)
                        .failures("otp", "app-of-" + number.substring(1), 3)
                        .credential(
                                null,
                                "backup-codes",
                                "{\"algorithm\":\"PBKDF2WithHmacSHA512\",\"iterations\":1,\"salt\":\"" + SALT
                                        + "\",\"total\":1,\"saved\":true}",
                                "{\"hashes\":[\"" + HASH + "\"]}"));
        signedIn = REALM.signIn(new Browser(), user)
                .page()
                .form("code")
                .with(Map.of("code", Harness.vonage().awaitCode(number), "rememberBrowser", "true"))
                .submit()
                .signedIn();
    }

    @Test
    @DisplayName("security 4 14 X11: admin API responses and admin events contain no secrets, and Keycloak's own list "
            + "masks numbers")
    void adminApis() {
        JsonNode credentials = REALM.admin().get(REALM.path("/users/" + user.id() + "/credentials"));

        Set<String> types = new TreeSet<>();
        for (JsonNode credential : credentials) {
            types.add(credential.path("type").asText());
            assertFalse(credential.hasNonNull("secretData"), credential::toString);
        }
        assertEquals(new TreeSet<>(TYPES), types);
        List<String> answers = List.of(
                credentials.toString(),
                REALM.admin().get(REALM.path("/users/" + user.id())).toString(),
                REALM.admin().get(REALM.path("/admin-events?max=200")).toString(),
                AdminApi.of(REALM).get("/users/" + user.id()).text());
        for (String answer : answers) {
            assertFalse(answer.contains(HASH) || answer.contains(appSecret), answer);
        }
        for (String hidden : List.of(number, "authenticator", SALT)) {
            assertFalse(credentials.toString().contains(hidden), credentials::toString);
        }
        assertTrue(
                credentials.toString().contains("•••" + number.substring(number.length() - 2)), credentials::toString);
    }

    @Test
    @DisplayName("security 19: the account page receives neither stored data nor full numbers")
    void accountPage() {
        AccountConsole account = new AccountConsole(REALM, REALM.app().exchange(signedIn));

        for (String type : List.of("sms-otp", "backup-codes", "remembered-browser")) {
            JsonNode stored = account.kind(type).orElseThrow().path("userCredentialMetadatas");
            assertEquals(1, stored.size(), type);
            JsonNode credential = stored.path(0).path("credential");
            assertFalse(credential.hasNonNull("secretData") || credential.hasNonNull("credentialData"), type);
            assertFalse(stored.toString().contains(number), type);
        }
        JsonNode app = account.kind("otp").orElseThrow();
        assertFalse(app.toString().contains(appSecret), app::toString);
    }
}
