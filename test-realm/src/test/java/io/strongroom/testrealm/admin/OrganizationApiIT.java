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
import io.strongroom.testrealm.support.TestOrganization;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X15 An organization in the admin API")
class OrganizationApiIT {
    private final TestRealm realm = TestRealm.create("orgapi", representation -> {
        representation.setOrganizationsEnabled(true);
        return representation;
    });
    private final AdminApi api = AdminApi.of(realm);
    private final TestOrganization acme =
            TestOrganization.create(realm, "acme", Map.of("plan", "gold", "twoFactorish", "kept"));
    private final String path = "/organizations/" + acme.id();

    @Test
    @DisplayName(
            "shows what it sets, and what applies; a PUT stores only that and keeps its other attributes; an empty "
                    + "one removes the policy")
    void roundTrip() {
        api.put("/policy", Map.of("enforcement", "optional", "methods", List.of("totp", "sms"), "maxAgeMinutes", 60))
                .expect(200);
        JsonNode before = api.get(path + "/policy").expect(200).body();
        assertTrue(before.path("enforcement").isNull(), before::toString);
        assertTrue(before.at("/sms/sender").isNull(), before::toString);
        assertEquals("optional", before.at("/effective/enforcement").asText());
        assertEquals(60, before.at("/effective/maxAgeMinutes").asInt());

        Reply put = api.put(
                        path + "/policy",
                        Map.of(
                                "enforcement",
                                "required",
                                "methods",
                                List.of("totp"),
                                "trustedProviders",
                                List.of(),
                                "sms",
                                Map.of("sender", "ACME"),
                                "effective",
                                Map.of("enforcement", "off")))
                .expect(200);

        assertEquals("required", put.field("enforcement"));
        assertEquals("required", put.body().at("/effective/enforcement").asText());
        assertEquals("optional", put.body().at("/realm/enforcement").asText());
        assertEquals("[]", put.body().path("trustedProviders").toString());
        assertTrue(put.body().path("maxAgeMinutes").isNull());
        assertEquals(put.body(), api.get(path + "/policy").body());
        assertEquals(
                Map.of(
                        "plan",
                        "gold",
                        "twoFactorish",
                        "kept",
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.methods",
                        "totp",
                        "twoFactor.trustedProviders",
                        "-",
                        "twoFactor.sms.sender",
                        "ACME"),
                acme.attributes());
        JsonNode row = api.get(path).expect(200).body();
        assertTrue(row.path("ownPolicy").asBoolean());
        assertEquals("[\"totp\"]", row.path("methods").toString());
        assertEquals("ACME", api.get(path + "/sms").body().at("/sender/shown").asText());

        api.put(path + "/policy", Map.of()).expect(200);
        assertEquals(Map.of("plan", "gold", "twoFactorish", "kept"), acme.attributes());
        assertFalse(api.get(path).body().path("ownPolicy").asBoolean());
        assertEquals(0, api.get(path + "/health").expect(200).body().size());
    }

    @Test
    @DisplayName(
            "registers the guard while its policy is on, even if the realm's is off, and applies to its members at "
                    + "once")
    void guard() {
        api.put(path + "/policy", Map.of("enforcement", "required")).expect(200);
        assertTrue(realm.requiredActions().contains("second-factor"));

        api.put(path + "/policy", Map.of("enforcement", "off")).expect(200);
        assertFalse(realm.requiredActions().contains("second-factor"));
    }

    @Test
    @DisplayName("reports all errors at once, each with its field, and refuses settings that only the realm has")
    void validation() {
        Reply refused = api.put(
                        path + "/policy",
                        Map.of(
                                "enforcement",
                                "sometimes",
                                "methods",
                                List.of(),
                                "requiredRoles",
                                List.of("no-such-role"),
                                "trustedProviders",
                                List.of("nowhere"),
                                "graceUntil",
                                "tomorrow",
                                "selfService",
                                false,
                                "sms",
                                Map.of("codeLength", 8, "perTenantPerDay", 0)))
                .expect(400);

        Set<String> fields = new HashSet<>();
        refused.body()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asText()));
        assertEquals(
                Set.of(
                        "enforcement",
                        "methods",
                        "requiredRoles",
                        "trustedProviders",
                        "graceUntil",
                        "selfService",
                        "sms.codeLength",
                        "sms.perTenantPerDay"),
                fields);
        assertFalse(acme.attributes().keySet().stream().anyMatch(name -> name.startsWith("twoFactor.")));
    }

    @Test
    @DisplayName("accepts only one of many concurrent updates based on the same version, and none of an older one")
    void versions() throws Exception {
        Reply seen = api.get(path + "/policy").expect(200);
        List<Callable<Integer>> writers = IntStream.rangeClosed(1, 6)
                .<Callable<Integer>>mapToObj(n -> () -> api.put(
                                path + "/policy",
                                Map.of("enforcement", "optional", "maxAgeMinutes", n),
                                "If-Match",
                                seen.header("etag"))
                        .status())
                .toList();

        List<Integer> statuses = Threads.atOnce(writers);

        assertEquals(1, Collections.frequency(statuses, 200), statuses::toString);
        assertEquals(5, Collections.frequency(statuses, 412), statuses::toString);
        ObjectNode mine = (ObjectNode) api.get(path + "/policy").body();
        Map<String, String> changed = new java.util.HashMap<>(acme.attributes());
        changed.put("twoFactor.maxAgeMinutes", "90");
        String tag = api.get(path + "/policy").header("etag");
        acme.setAttributes(changed);
        api.put(path + "/policy", mine, "If-Match", tag).expect(412);
        assertEquals("90", acme.attributes().get("twoFactor.maxAgeMinutes"));
    }

    @Test
    @DisplayName(
            "T7 can't require a factor until every member with its owner role has an accepted one; owners elsewhere "
                    + "do not count")
    void owners() {
        TestUser olga =
                acme.add(realm.addUser("olga", spec -> spec.role("owner").number(PhoneNumbers.next())));
        realm.addUser("elsewhere", spec -> spec.role("owner"));
        Map<String, Object> sms = Map.of("enforcement", "required", "methods", List.of("sms"), "ownerRole", "owner");
        Map<String, Object> totp = Map.of("enforcement", "required", "methods", List.of("totp"), "ownerRole", "owner");

        JsonNode dryRun =
                api.put(path + "/policy?dryRun=true", totp).expect(200).body();
        assertEquals("olga", dryRun.at("/ownersMissing/0").asText());
        assertEquals(olga.id(), dryRun.at("/owners/0/id").asText());
        assertTrue(api.put(path + "/policy", totp)
                .expect(409)
                .field("errorMessage")
                .contains("olga"));
        api.put(path + "/policy", sms).expect(200);
        api.put(path + "/policy", totp).expect(409);
        assertEquals("sms", acme.attributes().get("twoFactor.methods"));
        assertEquals(0, api.get(path + "/health").body().size());
    }

    @Test
    @DisplayName("T7 can name a group of its own instead of a role, and no group that does not exist")
    void ownersOfGroup() {
        String groups = realm.path("/organizations/" + acme.id() + "/groups");
        String board = realm.admin().create(groups, Map.of("name", "Board"));
        TestUser olga = acme.add(realm.addUser("olga"));
        realm.admin().put(groups + "/" + board + "/members/" + olga.id(), null);

        Reply unknown =
                api.put(path + "/policy", Map.of("ownerRole", "/Nobody")).expect(400);
        assertEquals("ownerRole", unknown.field("field"));
        Reply refused = api.put(path + "/policy", Map.of("enforcement", "required", "ownerRole", "/Board"))
                .expect(409);
        assertTrue(refused.field("errorMessage").contains("olga"), refused.text());
    }

    @Test
    @DisplayName("X8 has a dry run that counts only its members and changes nothing")
    void dryRun() {
        acme.add(realm.addUser("asked", spec -> spec.number(PhoneNumbers.next())));
        acme.add(realm.addUser("none"));
        realm.addUser("elsewhere");

        JsonNode run = api.put(
                        path + "/policy?dryRun=true", Map.of("enforcement", "required", "methods", List.of("sms")))
                .expect(200)
                .body();

        assertEquals(2, run.path("users").asInt(), run::toString);
        assertEquals(1, run.path("asked").asInt(), run::toString);
        assertEquals(1, run.path("mustEnrol").asInt(), run::toString);
        assertEquals(1, run.at("/byFactor/sms").asInt(), run::toString);
        assertFalse(acme.attributes().containsKey("twoFactor.enforcement"));
    }

    @Test
    @DisplayName("X11 emits one admin event for each write, with a detail if it now requires a factor")
    void events() {
        api.put(path + "/policy", Map.of("enforcement", "optional")).expect(200);
        api.put(path + "/policy", Map.of("enforcement", "required")).expect(200);
        api.put(path + "/policy", Map.of("enforcement", "required", "maxAgeMinutes", 5))
                .expect(200);

        var events = realm.adminEvents().stream()
                .filter(event -> "TWO_FACTOR".equals(event.getResourceType()))
                .toList();

        assertEquals(3, events.size());
        assertTrue(events.stream().allMatch(event -> event.getResourcePath().equals("two-factor" + path + "/policy")));
        assertEquals(
                List.of(acme.id()),
                events.stream()
                        .filter(event -> event.getDetails() != null)
                        .map(event -> event.getDetails().get("organization_requires"))
                        .filter(java.util.Objects::nonNull)
                        .toList());
        assertTrue(
                events.stream()
                        .anyMatch(
                                event -> event.getRepresentation()
                                        .matches(
                                                "(?s).*\"before\".*\"enforcement\":\"optional\".*\"after\".*\"enforcement\":\"required\".*")));
    }

    @Test
    @DisplayName("is found by name and alias, page by page, with the number of its members by status")
    void list() {
        TestOrganization umbrella = TestOrganization.create(realm, "umbrella");
        acme.add(realm.addUser("one", spec -> spec.number(PhoneNumbers.next())));
        acme.add(umbrella.add(realm.addUser("two")));

        JsonNode all = api.get("/organizations").expect(200).body();
        assertEquals(List.of("acme", "umbrella"), all.findValuesAsText("name"));
        assertEquals(2, all.path(0).path("members").asInt(), all::toString);
        assertEquals(1, all.path(0).path("byStatus").path("sms").asInt(), all::toString);
        assertEquals(1, all.path(0).path("byStatus").path("none").asInt(), all::toString);
        assertEquals(1, all.path(1).path("members").asInt(), all::toString);
        assertEquals(
                List.of("umbrella"), api.get("/organizations?search=UMB").body().findValuesAsText("alias"));
        assertEquals(0, api.get("/organizations?search=%25").body().size());
        assertEquals(
                List.of("umbrella"),
                api.get("/organizations?first=1&max=1").body().findValuesAsText("name"));
        api.get("/organizations?max=201").expect(400);

        assertEquals(List.of("one", "two"), api.get(path + "/users").body().findValuesAsText("username"));
        assertEquals(List.of("one"), api.get(path + "/users?status=sms").body().findValuesAsText("username"));
        JsonNode report = api.get(path + "/report").expect(200).body();
        assertEquals(2, report.path("users").asInt(), report::toString);
        assertEquals(1, report.at("/byStatus/sms").asInt(), report::toString);
        String csv = api.get("/organizations/" + umbrella.id() + "/report/csv")
                .expect(200)
                .text();
        assertTrue(csv.contains("two") && !csv.contains("one@"), csv);
    }

    @Test
    @DisplayName("has data rooms of its own, which the realm lists as well")
    void rooms() {
        TestOrganization umbrella = TestOrganization.create(realm, "umbrella");
        Map<String, Object> room = Map.of(
                "name", "Falcon", "enforced", true, "userGroups", List.of("Bidders"), "administrators", "Chairs");
        Reply created = api.post(path + "/data-rooms", room).expect(201);
        assertEquals("acme:/Falcon", created.field("path"));
        assertTrue(created.header("location").endsWith(created.field("id")));
        api.post(path + "/data-rooms", room).expect(409);
        api.post("/organizations/" + umbrella.id() + "/data-rooms", room).expect(201);

        assertEquals(
                List.of("acme:/Falcon"), api.get(path + "/data-rooms").body().findValuesAsText("path"));
        assertEquals(2, api.get("/data-rooms").body().size());
        Reply one = api.get("/data-rooms/" + created.field("id")).expect(200);
        assertTrue(path.endsWith(one.field("organization")), one::text);
        api.put("/data-rooms/" + created.field("id"), one.body()).expect(200);
        JsonNode report = api.get(path + "/report/data-rooms").expect(200).body();
        assertEquals(created.field("id"), report.path(0).path("id").asText(), report::toString);
        assertEquals(1, report.size(), report::toString);
    }

    @Test
    @DisplayName("reports invalid values, disabled organizations and owners without a factor, to the realm as well")
    void health() {
        acme.add(realm.addUser("olga", spec -> spec.role("owner")));
        acme.setAttributes(Map.of(
                "twoFactor.enforcement", "required",
                "twoFactor.ownerRole", "owner",
                "twoFactor.maxAgeMinutes", "soon",
                "twoFactor.selfService", "false"));

        JsonNode own = api.get(path + "/health").expect(200).body();
        JsonNode ofRealm = api.get("/health").expect(200).body();

        List<String> what = own.findValuesAsText("what");
        assertEquals(
                Set.of(
                        "twoFactor.maxAgeMinutes of organization acme",
                        "twoFactor.selfService of organization acme",
                        "owner olga of organization acme"),
                new HashSet<>(what),
                own::toString);
        assertTrue(ofRealm.findValuesAsText("what").containsAll(what), ofRealm::toString);
        assertEquals(List.of("values"), own.findValuesAsText("mend"));
        assertTrue(ofRealm.findValuesAsText("mend").contains("organization-values"), ofRealm::toString);
        api.post(path + "/health/values/mend", null).expect(204);
        assertEquals("10", acme.attributes().get("twoFactor.maxAgeMinutes"));
        realm.admin().put(realm.path(""), Map.of("organizationsEnabled", false));
        assertTrue(api.get(path + "/health")
                .body()
                .findValuesAsText("what")
                .contains("twoFactor.enforcement of organization acme"));
        api.put(path + "/policy", Map.of()).expect(200);
        realm.admin().put(realm.path(""), Map.of("organizationsEnabled", true));
    }

    @Test
    @DisplayName(
            "whose policy disappears in an update of the organization is reported in the log, as an event and as a "
                    + "finding with a fix that restores it")
    void loss() {
        Map<String, Object> policy = Map.of("enforcement", "optional", "methods", List.of("totp"));
        api.put(path + "/policy", policy).expect(200);

        acme.setAttributes(Map.of("plan", "silver"));

        JsonNode own = api.get(path + "/health").expect(200).body();
        assertEquals(List.of("lost-policy"), own.findValuesAsText("mend"), own::toString);
        assertTrue(api.get("/health").body().findValuesAsText("mend").contains("organization-lost-policy"));
        assertTrue(realm.adminEvents().stream()
                .anyMatch(event -> event.getOperationType().equals("DELETE")
                        && event.getResourcePath().equals("two-factor" + path + "/policy")));
        api.post(path + "/health/lost-policy/mend", null).expect(204);
        assertEquals(
                Map.of("plan", "silver", "twoFactor.enforcement", "optional", "twoFactor.methods", "totp"),
                acme.attributes());
        assertEquals(0, api.get(path + "/health").body().size());

        acme.setAttributes(Map.of());
        api.post("/health/organization-lost-policy/mend", null).expect(204);
        assertEquals("optional", acme.attributes().get("twoFactor.enforcement"));
        acme.setAttributes(Map.of());
        api.put(path + "/policy", Map.of()).expect(200);
        assertEquals(0, api.get(path + "/health").body().size(), "a policy that is removed on purpose is not lost");
    }
}
