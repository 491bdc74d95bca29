package io.strongroom.testrealm.policy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.support.IdentityProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.AdminEventRepresentation;

@DisplayName("The health findings")
class HealthIT {

    private static JsonNode health(TestRealm realm) {
        return realm.admin().get(realm.path("/two-factor/health"));
    }

    @Test
    @DisplayName("X9 report an invalid value and the value that applies instead")
    void badValues() {
        TestRealm realm = TestRealm.create(
                        "ill", Map.of("twoFactor.enforcement", "sometimes", "twoFactor.sms.codeTtlSeconds", "900"))
                .withMail();

        JsonNode findings = health(realm);

        assertEquals(2, findings.size());
        assertTrue(findings.toString().contains("until fixed, required applies"), findings::toString);
        assertTrue(findings.toString().contains("allowed: 60 to 600"), findings::toString);
    }

    @Test
    @DisplayName(
            "D5 are not needed for data room administrators, because enforcing two-factor on them is refused with an "
                    + "explanation")
    void administrators() {
        TestRealm realm = TestRealm.create("illroom").withMail();
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        realm.addGroup(room, "Administrators", Map.of("dataRoom.administrators", "true", "twoFactor.enforced", "true"));

        JsonNode findings = health(realm);

        assertEquals(1, findings.size());
        assertTrue(
                findings.toString().contains("cannot be enforced on the administrators of a data room"),
                findings::toString);
    }

    @Test
    @DisplayName("T7 list owners without a factor, but no owner with one")
    void owners() {
        TestRealm realm = TestRealm.create(
                        "owned", Map.of("twoFactor.enforcement", "required", "twoFactor.ownerRole", "owner"))
                .withMail();
        realm.addUser("olga", spec -> spec.role("owner"));
        realm.addUser("oscar", spec -> spec.role("owner").number(PhoneNumbers.next()));

        JsonNode findings = health(realm);

        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.toString().contains("The owner olga has no second factor yet"), findings::toString);
    }

    @Test
    @DisplayName("X9 report a gateway that does not exist as an error, because nobody would get a code")
    void gateway() {
        TestRealm realm = TestRealm.create(
                "mute", Map.of("twoFactor.enforcement", "required", "twoFactor.sms.gateway", "vonnage"));

        assertTrue(
                health(realm).toString().contains("there is no gateway"),
                () -> health(realm).toString());
    }

    @Test
    @DisplayName("X9 X16 name a trusted provider that does not exist, is disabled or issues no usable token")
    void trustedProviders() {
        TestRealm home = TestRealm.create("trustedhome");
        TestRealm realm = TestRealm.create(
                        "trusting",
                        Map.of(
                                "twoFactor.enforcement",
                                "required",
                                "twoFactor.trustedProviders",
                                "gone,off,hub:amr,sound:amr,plain"))
                .withMail();
        List.of("off", "sound", "plain").forEach(alias -> IdentityProvider.connect(home, realm, alias));
        realm.admin()
                .create(
                        realm.path("/identity-provider/instances"),
                        Map.of("alias", "hub", "providerId", "github", "config", Map.of("clientId", "x")));
        IdentityProvider.change(realm, "off", provider -> {
            provider.setEnabled(false);
            return provider;
        });

        JsonNode findings = health(realm);

        assertEquals(3, findings.size(), findings::toString);
        assertSays(findings, "no identity provider \"gone\"");
        assertSays(findings, "\"off\" is disabled");
        assertSays(findings, "\"hub\" issues no ID token");
    }

    @Test
    @DisplayName(
            "X9 O3 name a provider with a fixed prompt, which would not re-authenticate, but accept unspecified and "
                    + "login")
    void fixedPrompt() {
        TestRealm home = TestRealm.create("prompthome");
        TestRealm realm = TestRealm.create("prompting", Map.of("twoFactor.enforcement", "required"))
                .withMail();
        List.of("fixed", "login", "free").forEach(alias -> IdentityProvider.connect(home, realm, alias));
        IdentityProvider.configure(realm, "fixed", "prompt", "select_account");
        IdentityProvider.configure(realm, "login", "prompt", "login");

        JsonNode findings = health(realm);

        assertEquals(1, findings.size(), findings::toString);
        assertEquals("identity provider fixed", findings.path(0).path("what").asText());
        assertSays(findings, "always \"select_account\"");
    }

    private static void assertSays(JsonNode findings, String part) {
        assertTrue(
                findings.findValuesAsText("message").stream().anyMatch(message -> message.contains(part)),
                findings::toString);
    }

    @Test
    @DisplayName("are empty for a sound policy")
    void sound() {
        TestRealm realm = TestRealm.create("sound", Map.of("twoFactor.enforcement", "required"))
                .withMail();

        assertEquals(0, health(realm).size());
    }

    @Test
    @DisplayName("X9 X10 warn of a missing mail server, because users get no e-mail about changes, unless e-mail "
            + "notifications are off")
    void mailServer() {
        TestRealm realm = TestRealm.create("mailless", Map.of("twoFactor.enforcement", "required"));

        assertTrue(
                health(realm).toString().contains("Users get no email when their second factor changes"),
                () -> health(realm).toString());
        realm.setAttribute("twoFactor.notifyByEmail", "false");
        assertEquals(0, health(realm).size());
        assertEquals(0, health(TestRealm.create("ruleless")).size());
    }

    @Test
    @DisplayName("X9 disappear after one call that fixes what can be fixed")
    void mends() {
        TestRealm realm = TestRealm.create(
                        "mend",
                        Map.of(
                                "twoFactor.enforcement",
                                "always",
                                "twoFactor.methods",
                                "sms",
                                "twoFactor.sms.codeTtlSeconds",
                                "900"))
                .withMail();
        AdminApi api = AdminApi.of(realm);
        JsonNode before = api.get("/health").expect(200).body();
        assertEquals(3, before.size(), before::toString);

        api.post("/health/values/mend", null).expect(204);
        api.post("/health/phone-number-attribute/mend", null).expect(204);
        JsonNode after = api.get("/health").expect(200).body();

        assertEquals(0, after.size(), after::toString);
        JsonNode attributes = realm.admin().get(realm.path("")).path("attributes");
        assertEquals("required", attributes.path("twoFactor.enforcement").asText());
        assertEquals("600", attributes.path("twoFactor.sms.codeTtlSeconds").asText());
        api.post("/health/guard/mend", null).expect(204);
        assertEquals(0, api.get("/health").body().size());
        api.post("/health/nothing/mend", null).expect(404);
    }

    @Test
    @DisplayName("X9 report a policy wiped by a script that sets its own attributes, with an event and a fix")
    void wiped() {
        TestRealm realm = TestRealm.create(
                        "wiped", Map.of("twoFactor.enforcement", "required", "twoFactor.graceDays", "3"))
                .withMail();
        AdminApi api = AdminApi.of(realm);

        realm.admin().put(realm.path(""), Map.of("attributes", Map.of("colour", "blue")));

        await().until(() -> api.get("/health").body().toString().contains("disappeared"));
        assertEquals("off", api.get("/policy").field("enforcement"));
        AdminEventRepresentation event = realm.adminEvents().stream()
                .filter(one -> "TWO_FACTOR".equals(one.getResourceType()))
                .findFirst()
                .orElseThrow();
        assertTrue(event.getRepresentation().contains("required"), event::getRepresentation);
        api.post("/health/lost-policy/mend", null).expect(204);
        assertEquals(0, api.get("/health").body().size());
        assertEquals("required", api.get("/policy").field("enforcement"));
        assertEquals(3, api.get("/policy").body().path("graceDays").asInt());
        await().until(() -> realm.requiredActions().contains("second-factor"));
        api.put("/policy", Map.of()).expect(200);
        assertEquals(0, api.get("/health").body().size(), "switched off by the API is not lost");
    }
}
