package io.strongroom.testrealm.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.Admin;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.SoftAuthenticator;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Factors of every method in the admin API")
class FactorApiIT {
    private static final String SECRET = "a secret of twenty b";
    private static final String STORED_KEY = "{\"aaguid\":\"00000000-0000-0000-0000-000000000000\","
            + "\"credentialId\":\"a2V5\",\"counter\":0,\"credentialPublicKey\":\"a2V5\",\"transports\":[]}";
    private static final String ALL = "passkey,security-key,totp,sms";

    private final TestRealm realm = TestRealm.create("factorapi", Map.of("twoFactor.enforcement", "required"));
    private final AdminApi api = AdminApi.of(realm);

    private static SoftAuthenticator passkey() {
        return SoftAuthenticator.passkey();
    }

    private static Map<String, String> statuses(JsonNode list) {
        Map<String, String> statuses = new TreeMap<>();
        list.forEach(user ->
                statuses.put(user.path("username").asText(), user.path("status").asText()));
        return statuses;
    }

    private static List<String> strings(JsonNode array) {
        return java.util.stream.StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private Map<String, String> users(String query) {
        return statuses(api.get("/users" + query).expect(200).body());
    }

    /** Compares each user's status in the list, in the user's details, and in each filter. */
    private void assertStatuses(Map<String, String> expected) {
        assertEquals(new TreeMap<>(expected), users(""));
        Map<String, String> single = new TreeMap<>();
        expected.keySet()
                .forEach(name -> single.put(
                        name,
                        api.get("/users/" + realm.userId(name))
                                .expect(200)
                                .body()
                                .at("/summary/status")
                                .asText()));
        assertEquals(new TreeMap<>(expected), single);
        for (String status : new TreeSet<>(expected.values())) {
            Set<String> having = new TreeSet<>();
            expected.forEach((name, each) -> {
                if (each.equals(status)) {
                    having.add(name);
                }
            });
            assertEquals(having, users("?status=" + status).keySet(), status);
        }
        JsonNode report = api.get("/report").expect(200).body();
        long counted = 0;
        for (JsonNode count : report.path("byStatus")) {
            counted += count.asLong();
        }
        assertEquals(expected.size(), counted, "each user has one status: " + report);
    }

    @Test
    @DisplayName("X17 lists the methods, the strongest first")
    void methods() {
        JsonNode methods = api.get("/methods").expect(200).body();

        List<String> words = methods.findValuesAsText("method");
        assertEquals(List.of("passkey", "security-key", "totp", "sms"), words.subList(0, 4));
        assertTrue(methods.path(1).path("phishingResistant").asBoolean());
        assertFalse(methods.path(2).path("phishingResistant").asBoolean());
    }

    @Test
    @DisplayName("X17 C3 shows which accepted factor each user has, in the list, the filters, the report and the CSV")
    void statusByFactor() {
        realm.setAttribute("twoFactor.methods", ALL);
        realm.addUser("anna", spec -> spec.passkey(passkey()));
        realm.addUser("bert", spec -> spec.securityKey(SoftAuthenticator.securityKey()));
        realm.addUser("carl", spec -> spec.app(SECRET).number(PhoneNumbers.next()));
        realm.addUser("dora", spec -> spec.passkey(passkey()).app(SECRET));
        realm.addUser(
                "emil", spec -> spec.app(SECRET).number(PhoneNumbers.next()).passkey(passkey()));
        realm.addUser("fred", spec -> spec.recoveryCodes("ABCD1234"));
        realm.addUser("gina", spec -> spec.role("two-factor-exempt").passkey(passkey()));

        assertStatuses(Map.of(
                "anna",
                "passkey",
                "bert",
                "security-key",
                "carl",
                "both",
                "dora",
                "several",
                "emil",
                "several",
                "fred",
                "none",
                "gina",
                "exempt"));
        JsonNode list = api.get("/users").body();
        assertEquals(List.of("passkey", "totp", "sms"), strings(list.path(4).path("factors")));
        assertEquals(1, list.path(5).path("backupCodesLeft").asInt());
        JsonNode report = api.get("/report").body();
        assertEquals(
                "{\"passkey\":4,\"security-key\":1,\"totp\":3,\"sms\":2}",
                report.path("byFactor").toString());
        String csv = api.get("/report/csv").expect(200).text();
        assertTrue(csv.contains(",factors,organizations\r\n") && csv.contains(",passkey totp sms,\r\n"), csv);
    }

    @Test
    @DisplayName("X17 C3 counts only accepted factors, and a passkey where security keys are accepted too")
    void acceptedOnly() {
        realm.setAttribute("twoFactor.methods", "security-key");
        realm.addUser("anna", spec -> spec.passkey(passkey()));
        realm.addUser("bert", spec -> spec.app(SECRET).number(PhoneNumbers.next()));

        assertStatuses(Map.of("anna", "passkey", "bert", "none"));
        realm.setAttribute("twoFactor.methods", "passkey");
        realm.addUser("carl", spec -> spec.securityKey(SoftAuthenticator.securityKey()));
        assertStatuses(Map.of("anna", "passkey", "bert", "none", "carl", "none"));
        JsonNode report = api.get("/report").body();
        assertEquals("{\"passkey\":1}", report.path("byFactor").toString());
    }

    @Test
    @DisplayName("X17 C3 a locked key locks its user until the key is removed")
    void locked() {
        realm.setAttribute("twoFactor.methods", ALL);
        String id = UUID.randomUUID().toString();
        TestUser user = realm.addUser(
                "kim", spec -> spec.credential(id, "webauthn", STORED_KEY, "{}").failures("webauthn", id, 100));

        assertStatuses(Map.of("kim", "locked"));
        assertEquals(
                List.of("webauthn"),
                strings(api.get("/users/" + user.id()).body().path("locked")));
        api.delete("/users/" + user.id() + "/locks").expect(204);
        assertStatuses(Map.of("kim", "security-key"));
    }

    @Test
    @DisplayName("X17 T8 keys are listed with name and date, removed one by one with an event, and reset with the rest")
    void removal() {
        realm.setAttribute("twoFactor.methods", ALL);
        TestUser user = realm.addUser(
                "kim",
                spec -> spec.passkey(passkey())
                        .securityKey(SoftAuthenticator.securityKey())
                        .recoveryCodes("ABCD1234"));
        String path = "/users/" + user.id();
        Map<String, JsonNode> factors = new LinkedHashMap<>();
        api.get(path)
                .expect(200)
                .body()
                .path("factors")
                .forEach(each -> factors.put(each.path("type").asText(), each));

        assertEquals(Set.of("webauthn-passwordless", "webauthn", "recovery-authn-codes"), factors.keySet());
        JsonNode key = factors.get("webauthn");
        assertEquals("Key of the test", key.path("label").asText());
        assertTrue(key.path("createdDate").asLong() > 0, key::toString);
        assertTrue(key.path("proven").asBoolean());

        api.delete(path + "/factors/" + key.path("id").asText()).expect(204);

        assertEquals(2, api.get(path).body().path("factors").size());
        String event = realm.adminEvents().stream()
                .filter(one -> "TWO_FACTOR".equals(one.getResourceType()) && "DELETE".equals(one.getOperationType()))
                .findFirst()
                .orElseThrow()
                .getRepresentation();
        assertTrue(event.contains("\"type\":\"webauthn\""), event);
        api.delete(path + "/factors").expect(204);
        assertEquals(0, api.get(path).body().path("factors").size());
        assertEquals(1, realm.credentials(user).size(), "the password stays");
    }

    @Test
    @DisplayName("X17 role methods judge the holders of a role, by the role itself, a composite role or a group")
    void roleMethods() {
        realm.setAttribute("twoFactor.methods", ALL);
        TestUser admin = realm.addUser("a-admin", spec -> spec.number(PhoneNumbers.next()));
        realm.grantRole(admin, "realm-management", "realm-admin");
        TestUser safe = realm.addUser("b-admin", spec -> spec.passkey(passkey()).number(PhoneNumbers.next()));
        realm.grantRole(safe, "realm-management", "realm-admin");
        TestGroup clerks = realm.addGroup("Clerks", Map.of());
        TestGroup within = realm.addGroup(clerks, "Juniors", Map.of());
        realm.addUser("c-clerk", spec -> spec.memberOf(within).app(SECRET).number(PhoneNumbers.next()));
        realm.addUser("d-chief", spec -> spec.role("chief").number(PhoneNumbers.next()));
        realm.addUser("e-plain", spec -> spec.role("clerk-template").number(PhoneNumbers.next()));
        TestUser torn = realm.addUser(
                "f-torn", spec -> spec.role("clerk").app(SECRET).securityKey(SoftAuthenticator.securityKey()));
        realm.grantRole(torn, "realm-management", "realm-admin");
        grantToGroup(clerks, "clerk");
        compose("chief", "clerk");

        Reply put = api.put(
                        "/policy",
                        Map.of(
                                "enforcement",
                                "optional",
                                "methods",
                                List.of("passkey", "security-key", "totp", "sms"),
                                "roleMethods",
                                List.of("realm-admin=passkey,security-key", "clerk=totp")))
                .expect(200);

        assertEquals(
                List.of("realm-admin=passkey,security-key", "clerk=totp"),
                strings(put.body().path("roleMethods")));
        assertStatuses(Map.of(
                "a-admin",
                "none",
                "b-admin",
                "passkey",
                "c-clerk",
                "totp",
                "d-chief",
                "none",
                "e-plain",
                "sms",
                "f-torn",
                "security-key"));
    }

    @Test
    @DisplayName(
            "X17 X8 the dry run counts by factor and by role, and says who must set up a factor or would be refused")
    void dryRun() {
        realm.addUser("anna", spec -> spec.role("boss").number(PhoneNumbers.next()));
        realm.addUser("bert", spec -> spec.role("boss").passkey(passkey()));
        realm.addUser("carl", spec -> spec.role("boss"));
        realm.addUser("dora", spec -> spec.number(PhoneNumbers.next()));
        Map<String, Object> policy = Map.of(
                "enforcement", "required", "ownerRole", "boss", "roleMethods", List.of("boss=passkey,security-key"));
        Map<String, Object> managed = new LinkedHashMap<>(policy);
        managed.put("selfService", false);

        JsonNode free = api.put("/policy?dryRun=true", policy).expect(200).body();
        JsonNode locked = api.put("/policy?dryRun=true", managed).expect(200).body();

        assertEquals(
                "{\"passkey\":1,\"security-key\":0,\"totp\":0,\"sms\":1}",
                free.path("byFactor").toString());
        assertEquals(2, free.path("asked").asInt());
        assertEquals(2, free.path("mustEnrol").asInt());
        assertEquals(0, free.path("refused").asInt());
        JsonNode role = free.at("/byRole/0");
        assertEquals("boss", role.path("role").asText());
        assertEquals(List.of("passkey", "security-key"), strings(role.path("methods")));
        assertEquals(3, role.path("users").asInt());
        assertEquals(1, role.path("asked").asInt());
        assertEquals(List.of("anna", "carl"), strings(role.path("missing")));
        assertEquals(1, locked.path("refused").asInt(), "anna's factor is too weak to set up a stronger one");
        assertEquals(1, locked.path("mustEnrol").asInt());
        assertEquals(1, locked.at("/byRole/0/refused").asInt());
        assertEquals(List.of("anna", "carl"), strings(free.path("ownersMissing")));
    }

    @Test
    @DisplayName(
            "X17 X8 the dry run of an optional policy asks the holder of a key only where keys are accepted, like the guard")
    void optionalDryRun() {
        realm.addUser("emil", spec -> spec.securityKey(SoftAuthenticator.securityKey()));

        JsonNode sms = api.put("/policy?dryRun=true", Map.of("enforcement", "optional", "methods", List.of("sms")))
                .expect(200)
                .body();
        JsonNode keys = api.put(
                        "/policy?dryRun=true", Map.of("enforcement", "optional", "methods", List.of("security-key")))
                .expect(200)
                .body();

        assertEquals(0, sms.path("asked").asInt() + sms.path("mustEnrol").asInt(), sms::toString);
        assertEquals(1, keys.path("asked").asInt(), keys::toString);
    }

    @Test
    @DisplayName("X17 T7 owners need a factor to which their role holds them")
    void owners() {
        realm.setAttribute("twoFactor.enforcement", "off");
        realm.addUser("olga", spec -> spec.role("owner").number(PhoneNumbers.next()));
        realm.addUser("otto", spec -> spec.role("owner").securityKey(SoftAuthenticator.securityKey()));
        Map<String, Object> policy = Map.of(
                "enforcement", "required", "ownerRole", "owner", "roleMethods", List.of("owner=passkey,security-key"));

        Reply refused = api.put("/policy", policy).expect(409);

        assertTrue(refused.field("errorMessage").contains("olga"), refused.text());
        assertFalse(refused.text().contains("otto"), refused.text());
        realm.admin().delete(realm.path("/users/" + realm.userId("olga")));
        api.put("/policy", policy).expect(200);
        api.put("/policy", Map.of("enforcement", "required", "ownerRole", "owner", "roleMethods", List.of("owner=sms")))
                .expect(409);
    }

    @Test
    @DisplayName("X17 O1 administrators can't leave a role that holds them to special methods")
    void ownRole() {
        realm.setAttribute("twoFactor.enforcement", "off");
        TestUser self = realm.addUser("self", spec -> spec.role("held").passkey(passkey()));
        realm.grantRole(self, "realm-management", "realm-admin");
        Admin own = Admin.of(realm, self);
        realm.setAttribute("twoFactor.roleMethods", "held=passkey");
        realm.setAttribute("twoFactor.enforcement", "optional");
        JsonNode role = realm.admin().get(realm.path("/roles/held"));

        assertEquals(
                403,
                own.send("DELETE", realm.path("/users/" + self.id() + "/role-mappings/realm"), List.of(role))
                        .status());
        assertEquals(403, own.send("DELETE", realm.path("/roles/held"), null).status());
        assertEquals(
                "passkey",
                api.get("/users/" + self.id()).body().at("/summary/status").asText());
    }

    @Test
    @DisplayName("X17 role methods are refused with a reason if an entry, a method or a role does not exist")
    void refusedRoleMethods() {
        Reply wrong = api.put(
                        "/policy", Map.of("roleMethods", List.of("realm-admin=passkey", "realm-admin=fax", "passkey")))
                .expect(400);
        Reply text =
                api.put("/policy", Map.of("roleMethods", "realm-admin=passkey")).expect(400);
        Reply separator = api.put("/policy", Map.of("roleMethods", List.of("realm-admin=passkey##default=sms")))
                .expect(400);
        Reply unknown = api.put("/policy", Map.of("roleMethods", List.of("nobody-has-it=passkey")))
                .expect(400);

        assertEquals(2, wrong.body().path("errors").size(), wrong.text());
        assertTrue(wrong.text().contains("\\\"realm-admin=fax\\\" is not allowed here"), wrong.text());
        assertTrue(wrong.text().contains("role=method,method"), wrong.text());
        assertEquals("roleMethods", text.body().at("/errors/0/field").asText());
        assertTrue(separator.text().contains("##"), separator.text());
        assertTrue(unknown.text().contains("There is no role \\\"nobody-has-it\\\""), unknown.text());
        api.put("/policy", Map.of("roleMethods", List.of())).expect(200);
        assertEquals(0, api.get("/policy").body().path("roleMethods").size());
    }

    @Test
    @DisplayName("X17 data rooms count the factors that they accept, generically")
    void rooms() {
        TestGroup room = realm.addGroup(
                "Falcon",
                Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "security-key,sms"));
        realm.addUser("anna", spec -> spec.memberOf(room).passkey(passkey()));
        realm.addUser("bert", spec -> spec.memberOf(room).numberFor(room, PhoneNumbers.next()));
        realm.addUser("carl", spec -> spec.memberOf(room).app(SECRET));

        JsonNode report = api.get("/report/data-rooms").expect(200).body().path(0);
        JsonNode members =
                api.get("/data-rooms/" + room.id() + "/members").expect(200).body();

        assertEquals(
                "{\"passkey\":1,\"security-key\":0,\"sms\":1}",
                report.path("byFactor").toString());
        assertEquals(3, report.path("withSecondFactor").asInt());
        assertEquals(1, report.path("mustEnrol").asInt());
        assertEquals(Map.of("anna", "passkey", "bert", "sms", "carl", "none"), statuses(members));
        assertEquals(
                Map.of("anna", "passkey"),
                statuses(api.get("/data-rooms/" + room.id() + "/members?status=passkey")
                        .expect(200)
                        .body()));
    }

    private void grantToGroup(TestGroup group, String role) {
        JsonNode existing = realm.admin().get(realm.path("/roles/" + role));
        realm.admin().post(realm.path("/groups/" + group.id() + "/role-mappings/realm"), List.of(existing));
    }

    private void compose(String outer, String inner) {
        JsonNode existing = realm.admin().get(realm.path("/roles/" + inner));
        realm.admin().post(realm.path("/roles/" + outer + "/composites"), List.of(existing));
    }
}
