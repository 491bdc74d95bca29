package io.strongroom.testrealm.policy;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X1 A rule with blank values")
class BlankPolicyIT {

    private static final TestRealm REALM = TestRealm.create("blank").withMail();
    private static final AdminApi API = AdminApi.of(REALM);

    @Test
    @DisplayName("still asks everybody if it is the tenant's, is reported by an event and findings, and is restored by "
            + "one call, while an empty list is not blank")
    void tenant() {
        TestUser user = REALM.addUser("tenant-user", spec -> spec.number(PhoneNumbers.next()));
        API.put("/policy", Map.of("enforcement", "optional", "exemptRoles", List.of(), "trustedProviders", List.of()))
                .expect(200);
        JsonNode attributes = REALM.admin().get(REALM.path("")).path("attributes");
        assertEquals("-", attributes.path("twoFactor.exemptRoles").asText());
        assertFalse(attributes.has("twoFactor.trustedProviders"));
        assertEquals(0, API.get("/health").expect(200).body().size());
        assertEquals(0, API.get("/policy").body().path("exemptRoles").size());

        REALM.setAttribute("twoFactor.enforcement", " ");

        await().until(() -> API.get("/health").body().toString().contains("left its enforcement blank"));
        assertTrue(REALM.adminEvents().stream()
                .anyMatch(event -> "TWO_FACTOR".equals(event.getResourceType())
                        && event.getResourcePath().equals("two-factor/policy")
                        && event.getRepresentation().contains("optional")));
        assertTrue(API.get("/health").body().toString().contains("until fixed, required applies"));
        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), user).page().id());
        API.post("/health/lost-policy/mend", null).expect(204);
        assertEquals("optional", API.get("/policy").field("enforcement"));
        assertEquals(0, API.get("/health").body().size());
        API.put("/policy", Map.of()).expect(200);
    }

    @Test
    @DisplayName("still applies if it is a data room's, lists the room as enforcing, and has a finding for each blank")
    void room() {
        TestGroup room = REALM.addGroup("Blank", Map.of("dataRoom", "", "twoFactor.enforced", " "));
        TestUser member = REALM.addUser("room-user", spec -> spec.memberOf(room).numberFor(room, PhoneNumbers.next()));

        assertTrue(REALM.requiredActions().contains("second-factor"));
        assertEquals(
                "login-strongroom-code",
                REALM.signIn(new Browser(), member).page().id());
        JsonNode listed = API.get("/data-rooms?search=blank").expect(200).body();
        assertTrue(listed.path(0).path("enforced").asBoolean(), listed::toString);
        JsonNode counted =
                API.get("/report/data-rooms?search=blank").expect(200).body();
        assertEquals(1, counted.path(0).path("members").asInt(), counted::toString);
        assertTrue(counted.path(0).path("enforced").asBoolean(), counted::toString);
        List<String> findings = API.get("/health").body().findValuesAsText("what");
        assertTrue(findings.contains("dataRoom of group Blank"), findings::toString);
        assertTrue(findings.contains("twoFactor.enforced of group Blank"), findings::toString);
        REALM.admin().delete(REALM.path("/groups/" + room.id()));
    }
}
