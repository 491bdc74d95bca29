package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Threads;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The tenant's policy in the admin API")
class PolicyApiIT {
    private final TestRealm realm = TestRealm.create("policyapi");
    private final AdminApi api = AdminApi.of(realm);

    @Test
    @DisplayName(
            "O1 shows the defaults in a realm without a policy; a PUT stores a policy as attributes and applies it "
                    + "at once")
    void roundTrip() {
        Reply before = api.get("/policy").expect(200);
        assertEquals("off", before.field("enforcement"));
        assertEquals(List.of("totp", "sms"), strings(before.body().path("methods")));
        assertEquals(6, before.body().path("sms").path("codeLength").asInt());

        Reply put = api.put(
                        "/policy",
                        Map.of(
                                "enforcement",
                                "required",
                                "methods",
                                List.of("sms"),
                                "graceUntil",
                                "2099-12-31",
                                "sms",
                                Map.of("codeLength", 8)))
                .expect(200);

        assertEquals("required", put.field("enforcement"));
        assertEquals(put.body(), api.get("/policy").body());
        JsonNode attributes = realm.admin().get(realm.path("")).path("attributes");
        assertEquals("required", attributes.path("twoFactor.enforcement").asText());
        assertEquals("8", attributes.path("twoFactor.sms.codeLength").asText());
        assertFalse(attributes.has("twoFactor.backupCodes"), "what is left out gets its default");
        assertTrue(realm.requiredActions().contains("second-factor"), "the guard is registered");

        api.put("/policy", Map.of()).expect(200);
        assertFalse(realm.requiredActions().contains("second-factor"), "O7 off again, the guard is gone");
    }

    @Test
    @DisplayName(
            "reports all errors at once, each with its field and the allowed values, in the administrator's language")
    void validation() {
        Map<String, Object> wrong = Map.of(
                "enforcement",
                "sometimes",
                "methods",
                List.of(),
                "selfService",
                "yes",
                "graceUntil",
                "tomorrow",
                "rememberBrowserDays",
                91,
                "ownerRole",
                "nobody-has-it",
                "requiredRoles",
                List.of("a,b"),
                "enforcment",
                "required",
                "sms",
                Map.of("codeTtlSeconds", 900, "gateway", "vonnage"));

        Reply english = api.put("/policy", wrong).expect(400);
        Reply german = api.speaking("de").put("/policy", wrong).expect(400);

        Set<String> fields = new HashSet<>();
        english.body()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asText()));
        assertEquals(
                Set.of(
                        "enforcement",
                        "methods",
                        "selfService",
                        "graceUntil",
                        "rememberBrowserDays",
                        "ownerRole",
                        "requiredRoles",
                        "enforcment",
                        "sms.codeTtlSeconds",
                        "sms.gateway"),
                fields);
        assertTrue(english.text().contains("a whole number from 60 to 600"), english.text());
        assertTrue(german.text().contains("eine ganze Zahl von 60 bis 600"), german.text());
        assertEquals("off", api.get("/policy").field("enforcement"), "nothing was stored");
    }

    @Test
    @DisplayName(
            "T6 T7 can't become required until every owner has a factor, and the error names the owners without one")
    void owners() {
        TestUser olga = realm.addUser("olga", spec -> spec.role("owner"));
        realm.addUser("oscar", spec -> spec.role("owner").number(PhoneNumbers.next()));
        Map<String, Object> policy = Map.of("enforcement", "required", "ownerRole", "owner");

        JsonNode dryRun = api.put("/policy?dryRun=true", policy).expect(200).body();
        Reply refused = api.put("/policy", policy).expect(409);

        assertEquals(List.of("olga"), strings(dryRun.path("ownersMissing")));
        assertEquals(1, dryRun.path("owners").size());
        assertEquals("olga", dryRun.at("/owners/0/username").asText());
        assertEquals(olga.id(), dryRun.at("/owners/0/id").asText());
        assertTrue(refused.field("errorMessage").contains("olga"), refused.text());
        assertFalse(refused.text().contains("oscar"), refused.text());
        assertEquals("off", api.get("/policy").field("enforcement"));

        realm.addUser("otto", spec -> spec.role("other"));
        api.put("/policy", Map.of("enforcement", "required", "ownerRole", "other", "methods", List.of("sms")))
                .expect(409);
        api.put("/policy", Map.of("enforcement", "optional", "ownerRole", "owner"))
                .expect(200);
    }

    @Test
    @DisplayName("X8 has a dry run that counts users who would be asked, must enrol, are exempt or in grace, and that "
            + "changes nothing")
    void dryRun() {
        realm.addUser("asked", spec -> spec.number(PhoneNumbers.next()));
        realm.addUser("app", spec -> spec.app("a secret of twenty b"));
        realm.addUser("none");
        realm.addUser("exempt", spec -> spec.role("two-factor-exempt"));

        JsonNode sms = api.put("/policy?dryRun=true", Map.of("enforcement", "required", "methods", List.of("sms")))
                .expect(200)
                .body();
        JsonNode later = api.put(
                        "/policy?dryRun=true",
                        Map.of("enforcement", "required", "methods", List.of("sms"), "graceDays", 7))
                .expect(200)
                .body();
        JsonNode optional = api.put("/policy?dryRun=true", Map.of("enforcement", "optional"))
                .expect(200)
                .body();

        assertEquals(List.of(4L, 1L, 2L, 1L, 0L), counts(sms));
        assertEquals(List.of(4L, 1L, 0L, 1L, 2L), counts(later));
        assertEquals(List.of(4L, 2L, 0L, 1L, 0L), counts(optional));
        assertEquals("off", api.get("/policy").field("enforcement"));
    }

    private static List<Long> counts(JsonNode dryRun) {
        return List.of("users", "asked", "mustEnrol", "exempt", "inGrace").stream()
                .map(name -> dryRun.path(name).asLong())
                .toList();
    }

    @Test
    @DisplayName("is not overwritten by a PUT with If-Match if it has changed in the meantime")
    void optimisticLocking() {
        Reply seen = api.get("/policy").expect(200);
        String tag = seen.header("etag");
        ObjectNode mine = (ObjectNode) seen.body();
        realm.setAttribute("twoFactor.maxAgeMinutes", "60");

        Reply refused = api.put("/policy", mine, "If-Match", tag).expect(412);

        assertTrue(refused.field("errorMessage").contains("meanwhile"), refused.text());
        assertEquals(60, api.get("/policy").body().path("maxAgeMinutes").asInt());
        String fresh = api.get("/policy").header("etag");
        Reply put = api.put("/policy", mine, "If-Match", fresh).expect(200);
        assertEquals(put.header("etag"), api.get("/policy").header("etag"));
    }

    @Test
    @DisplayName("accepts only one of many concurrent updates based on the same version")
    void race() throws Exception {
        String tag = api.get("/policy").header("etag");
        List<Callable<Integer>> writers = IntStream.rangeClosed(1, 6)
                .<Callable<Integer>>mapToObj(n ->
                        () -> api.put("/policy", Map.of("enforcement", "optional", "maxAgeMinutes", n), "If-Match", tag)
                                .status())
                .toList();

        List<Integer> statuses = Threads.atOnce(writers);

        assertEquals(1, Collections.frequency(statuses, 200));
        assertEquals(5, Collections.frequency(statuses, 412));
    }

    @Test
    @DisplayName("X11 emits one admin event with the old and the new values for each write")
    void event() {
        api.put("/policy", Map.of("enforcement", "optional")).expect(200);

        var events = realm.adminEvents().stream()
                .filter(event -> "TWO_FACTOR".equals(event.getResourceType()))
                .toList();

        assertEquals(1, events.size());
        assertEquals("UPDATE", events.get(0).getOperationType());
        assertEquals("two-factor/policy", events.get(0).getResourcePath());
        String text = events.get(0).getRepresentation();
        assertTrue(
                text.matches("(?s).*\"before\".*\"enforcement\":\"off\".*\"after\".*\"enforcement\":\"optional\".*"),
                text);
    }

    @Test
    @DisplayName("C4 declares the attribute phoneNumber when the SMS strategy is saved, so that no user can be added "
            + "without one")
    void declaresTheAttribute() {
        api.put("/policy", Map.of("enforcement", "required", "methods", List.of("sms")))
                .expect(200);

        JsonNode profile = realm.admin().get(realm.path("/users/profile"));
        assertTrue(profile.toString().contains("two-factor-phone-number"), profile::toString);
        Map<String, Object> user = Map.of("username", "new", "enabled", true);
        assertEquals(400, realm.admin().send("POST", realm.path("/users"), user).status());
        Map<String, Object> withNumber = Map.of(
                "username", "new", "enabled", true, "attributes", Map.of("phoneNumber", List.of(PhoneNumbers.next())));
        assertEquals(
                201,
                realm.admin().send("POST", realm.path("/users"), withNumber).status());
    }

    private static List<String> strings(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
