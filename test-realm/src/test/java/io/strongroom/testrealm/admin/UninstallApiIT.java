package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.support.ComposedFlow;
import io.strongroom.testrealm.support.TestOrganization;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

@DisplayName("Uninstalling through the admin API")
class UninstallApiIT {
    @Test
    @DisplayName("X13 removes everything that needs the jar, as its dry run announced, and users then log in with the "
            + "password")
    void uninstall() {
        TestRealm realm =
                AdminConsole.realm("leave", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        AdminApi api = AdminApi.of(realm);
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser user = realm.addUser("lea", spec -> spec.memberOf(room).number(PhoneNumbers.next()));
        api.post("/health/phone-number-attribute/mend", null).expect(204);
        realm.admin().put(realm.path(""), Map.of("organizationsEnabled", true));
        TestOrganization acme =
                TestOrganization.create(realm, "acme", Map.of("twoFactor.enforcement", "required", "plan", "gold"));
        TestOrganization lost = TestOrganization.create(realm, "lost", Map.of("twoFactor.enforcement", "required"));
        lost.setAttributes(Map.of());
        realm.addClient("mapped", client -> {
            ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
            mapper.setName("how");
            mapper.setProtocol("openid-connect");
            mapper.setProtocolMapper("strongroom-amr-mapper");
            client.setProtocolMappers(List.of(mapper));
            return client;
        });

        JsonNode dry = api.post("/uninstall?dryRun=true", null).expect(200).body();
        assertEquals("required", api.get("/policy").field("enforcement"), "a dry run changes nothing");
        JsonNode done = api.post("/uninstall", null).expect(200).body();

        assertEquals(dry.path("policy"), done.path("policy"));
        assertEquals("/Falcon", done.at("/dataRooms/0").asText());
        assertEquals("[\"acme\"]", dry.path("organizations").toString());
        assertEquals("[\"acme\"]", done.path("organizations").toString());
        assertEquals(Map.of("plan", "gold"), acme.attributes());
        realm.admin().put(realm.path(""), Map.of("organizationsEnabled", false));
        assertEquals("how", done.at("/protocolMappers/0").asText());
        assertEquals("two-factor-phone-number", done.at("/userProfile/0").asText());
        assertEquals(3, done.path("flowSteps").size(), done::toString);
        assertEquals("strongroom", done.at("/themes/0").asText());
        assertFalse(realm.admin().get(realm.path("")).has("adminTheme"));
        realm.signIn(new Browser(), user).signedIn();
        String export = realm.admin()
                .send("POST", realm.path("/partial-export?exportClients=true&exportGroupsAndRoles=true"), null)
                .body()
                .toString();
        for (String trace : List.of(
                "twoFactor.",
                "second-factor",
                "sms-otp",
                "backup-code",
                "strongroom-",
                "strongroom.",
                "two-factor-phone")) {
            assertFalse(export.contains(trace), trace + " in " + export);
        }
    }

    @ParameterizedTest(
            name =
                    "X13 names a conditional sub-flow that loses its condition; with {0} in it, its composed flow has {1} "
                            + "steps afterwards")
    @CsvSource({"backup-code-authenticator, 1", "auth-otp-form, 4"})
    void uninstallOfComposedFlow(String other, int steps) {
        TestRealm realm = ComposedFlow.passwordThenWhere(
                "leaveflow",
                "second-factor-condition",
                List.of("sms-otp-authenticator", other),
                Map.of("twoFactor.enforcement", "required"));
        TestUser user = realm.addUser("lea", spec -> spec.number(PhoneNumbers.next()));
        AdminApi api = AdminApi.of(realm);

        JsonNode dry = api.post("/uninstall?dryRun=true", null).expect(200).body();
        JsonNode done = api.post("/uninstall", null).expect(200).body();

        assertEquals("[\"composed conditional\"]", dry.path("skippedFlows").toString());
        assertEquals(dry.path("skippedFlows"), done.path("skippedFlows"));
        assertEquals(
                steps,
                realm.admin()
                        .get(realm.path("/authentication/flows/composed/executions"))
                        .size());
        realm.signIn(new Browser(), user).signedIn();
    }
}
