package io.strongroom.testrealm.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AccountConsole;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.Landing;
import io.strongroom.testrealm.harness.Page;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.OrganizationDomainRepresentation;
import org.keycloak.representations.idm.OrganizationRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Keycloak silently drops credentials of a type without a provider. */
@DisplayName("An import of a realm with its users")
class ImportIT {
    private static final Vonage VONAGE = Harness.vonage();
    private static final String PASSWORD = "correct horse";
    private static final String TOKEN = "a-token-that-is-kept-in-a-cookie";

    private final String realmId = UUID.randomUUID().toString();
    private final String userId = UUID.randomUUID().toString();
    private final String numberId = UUID.randomUUID().toString();
    private final String number = PhoneNumbers.next();
    private final TestUser user = new TestUser(userId, "moved", PASSWORD);

    private static CredentialRepresentation credential(String id, String type, String data, String secret) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setId(id);
        credential.setType(type);
        credential.setCreatedDate(Instant.now().minus(Duration.ofDays(10)).toEpochMilli());
        credential.setCredentialData(data);
        credential.setSecretData(secret);
        return credential;
    }

    private CredentialRepresentation ownNumber() {
        return credential(
                numberId,
                "sms-otp",
                "{\"phoneNumber\":\"" + number + "\",\"setBy\":\"user\",\"verifiedAt\":1700000000000}",
                "{}");
    }

    private TestRealm imported(Map<String, String> attributes, CredentialRepresentation... credentials) {
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(PASSWORD);
        UserRepresentation moved = new UserRepresentation();
        moved.setId(userId);
        moved.setUsername(user.name());
        moved.setFirstName("Moved");
        moved.setLastName("Tester");
        moved.setEmail("moved@example.com");
        moved.setEmailVerified(true);
        moved.setEnabled(true);
        moved.setCredentials(new ArrayList<>(List.of(credentials)));
        moved.getCredentials().add(password);
        return TestRealm.create("import", realm -> {
            realm.setId(realmId);
            moved.setRealmRoles(List.of("default-roles-" + realm.getRealm()));
            realm.setUsers(List.of(moved));
            realm.getAttributes().put("twoFactor.methods", "sms");
            realm.getAttributes().putAll(attributes);
            return realm;
        });
    }

    @Test
    @DisplayName("X5 keeps the start of the grace period, which does not begin again")
    void grace() {
        TestRealm realm = imported(
                Map.of("twoFactor.enforcement", "required", "twoFactor.graceDays", "3"),
                credential(null, "two-factor-grace", "{}", "{}"));

        Page page = realm.signIn(new Browser(), user).page();

        assertEquals("login-strongroom-phone", page.id());
        assertFalse(page.hasField("later"), page::toString);
    }

    @Test
    @DisplayName("X6 keeps remembered browsers, so that users are asked for a code only in others, and ignores an "
            + "unreadable entry")
    void rememberedBrowser() {
        TestRealm realm = imported(
                Map.of("twoFactor.enforcement", "required", "twoFactor.rememberBrowserDays", "30"),
                ownNumber(),
                credential(null, "remembered-browser", "{}", "no Base64"),
                credential(null, "remembered-browser", "{}", hashOfToken()));
        Browser remembered = new Browser();
        remembered.keepCookie(realm.uri(), "STRONGROOM_BROWSER", TOKEN);

        realm.signIn(remembered, user).signedIn();

        assertEquals(
                "login-strongroom-code",
                realm.signIn(new Browser(), user).page().id());
    }

    /** The stored data as defined in decision 8: bound to realm, user and factors. */
    private String hashOfToken() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("|", realmId, userId, numberId + number, TOKEN)
                            .getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    @DisplayName("X16 keeps unproven links, grace and failures, which an administrator can see and remove but the user "
            + "can't")
    void hidden() {
        Set<String> hidden = Set.of("two-factor-unproven-link", "two-factor-grace", "two-factor-failures");
        TestRealm realm = imported(
                Map.of("twoFactor.enforcement", "optional"),
                ownNumber(),
                credential(null, "two-factor-unproven-link", "{\"provider\":\"home\"}", "{}"),
                credential(null, "two-factor-grace", "{}", "{}"),
                credential(
                        null,
                        "two-factor-failures",
                        "{\"factor\":\"otp\",\"authenticator\":\"x\",\"failures\":3}",
                        "{}"));
        Browser browser = new Browser();
        Landing in = realm.signIn(browser, user).page().submit("code", VONAGE.awaitCode(number));
        AccountConsole console = new AccountConsole(realm, realm.app().exchange(in.signedIn()));

        assertTrue(console.kind("sms-otp").isPresent());
        for (String type : hidden) {
            assertTrue(console.kind(type).isEmpty(), type);
            String id = realm.credentialId(user, type);
            assertEquals(400, console.remove(id), type);
            Landing deletion = browser.open(realm.app().authorize().with("kc_action", "delete_credential:" + id));
            deletion.page().form("accept").submit().page();
        }
        assertTrue(types(realm).containsAll(hidden), types(realm)::toString);

        hidden.forEach(type -> realm.removeCredential(user, realm.credentialId(user, type)));
        assertEquals(Set.of("password", "sms-otp"), types(realm));
    }

    @Test
    @DisplayName("C3 clears the lock of a number that the user does not have at the first login")
    void lockOfAnotherNumber() {
        TestRealm realm = imported(
                Map.of("twoFactor.enforcement", "required"),
                ownNumber(),
                credential(
                        null,
                        "two-factor-failures",
                        "{\"factor\":\"sms-otp\",\"authenticator\":\"%s\",\"failures\":100}"
                                .formatted(PhoneNumbers.fingerprint(PhoneNumbers.next())),
                        "{}"));

        realm.signIn(new Browser(), user)
                .page()
                .submit("code", VONAGE.awaitCode(number))
                .signedIn();

        assertEquals(Set.of("password", "sms-otp"), types(realm));
    }

    @Test
    @DisplayName("X15 keeps the policies of organizations, which apply to their members at once")
    void organizations() {
        OrganizationRepresentation acme = new OrganizationRepresentation();
        acme.setName("acme");
        acme.setAlias("acme");
        acme.addDomain(new OrganizationDomainRepresentation("acme.example"));
        acme.setAttributes(
                Map.of("twoFactor.enforcement", List.of("required"), "twoFactor.maxAgeMinutes", List.of("5")));
        TestRealm realm = TestRealm.create("importorg", representation -> {
            representation.setOrganizationsEnabled(true);
            representation.addOrganization(acme);
            return representation;
        });

        AdminApi api = AdminApi.of(realm);
        JsonNode imported = api.get("/organizations").expect(200).body().path(0);
        assertEquals("required", imported.path("enforcement").asText(), imported::toString);
        assertTrue(realm.requiredActions().contains("second-factor"));
        assertEquals(
                5,
                api.get("/organizations/" + imported.path("id").asText() + "/policy")
                        .body()
                        .path("maxAgeMinutes")
                        .asInt());
    }

    private Set<String> types(TestRealm realm) {
        return realm.credentials(user).stream()
                .map(CredentialRepresentation::getType)
                .collect(Collectors.toSet());
    }
}
