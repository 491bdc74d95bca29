package io.strongroom.testrealm;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.strongroom.testrealm.harness.AdminApi;
import io.strongroom.testrealm.harness.AdminApi.Reply;
import io.strongroom.testrealm.harness.AdminConsole;
import io.strongroom.testrealm.harness.Browser;
import io.strongroom.testrealm.harness.Harness;
import io.strongroom.testrealm.harness.PhoneNumbers;
import io.strongroom.testrealm.harness.TestGroup;
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Report, health, test message and uninstalling by the admin API")
class AdminReportIT {
    private static final Vonage VONAGE = Harness.vonage();

    @Test
    @DisplayName("X8 the report counts who stands where, and names owners without a factor")
    void report() {
        TestRealm realm =
                TestRealm.create("report", Map.of("twoFactor.enforcement", "required", "twoFactor.ownerRole", "owner"));
        realm.addUser("ann", spec -> spec.number(PhoneNumbers.next()));
        realm.addUser("bob", spec -> spec.role("two-factor-exempt"));
        realm.addUser("cat", spec -> spec.role("owner"));

        JsonNode report = AdminApi.of(realm).get("/report").expect(200).body();

        assertEquals(3, report.path("users").asLong());
        assertEquals(1, report.at("/byStatus/sms").asLong());
        assertEquals(1, report.at("/byStatus/exempt").asLong());
        assertEquals(1, report.at("/byStatus/none").asLong());
        assertEquals("cat", report.at("/ownersMissing/0").asText());
    }

    @Test
    @DisplayName(
            "X8 the report by data room counts members, those with a number, those with a second factor, and who must set one up")
    void byRoom() {
        TestRealm realm = TestRealm.create("rooms");
        TestGroup falcon = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestGroup bidders = realm.addGroup(falcon, "Bidders", Map.of());
        TestGroup late = realm.addGroup(bidders, "Late bidders", Map.of());
        TestGroup runners = realm.addGroup(falcon, "Administrators", Map.of("dataRoom.administrators", "true"));
        TestGroup eagle = realm.addGroup("Eagle", Map.of("dataRoom", "true"));
        TestGroup within = realm.addGroup(
                falcon, "Kite", Map.of("dataRoom", "true", "twoFactor.enforced", "true", "twoFactor.methods", "totp"));
        realm.addGroup("No room", Map.of());
        realm.addUser("ann", spec -> spec.memberOf(bidders).memberOf(falcon).numberFor(falcon, PhoneNumbers.next()));
        realm.addUser("bob", spec -> spec.memberOf(late));
        realm.addUser("cat", spec -> spec.memberOf(runners));
        realm.addUser("dan", spec -> spec.memberOf(within).app("a secret of twenty b"));
        realm.addUser("eve", spec -> spec.memberOf(eagle).numberFor(falcon, PhoneNumbers.next()));
        AdminApi api = AdminApi.of(realm);

        JsonNode rooms = api.get("/report/data-rooms").expect(200).body();

        assertEquals(
                List.of("Eagle 1 0 0 0", "Falcon 4 1 2 2", "Kite 1 0 1 0"),
                StreamSupport.stream(rooms.spliterator(), false)
                        .map(room -> String.join(
                                " ",
                                room.path("name").asText(),
                                room.path("members").asText(),
                                room.path("withNumber").asText(),
                                room.path("withSecondFactor").asText(),
                                room.path("mustEnrol").asText()))
                        .toList());
        assertTrue(rooms.path(1).path("enforced").asBoolean());
        JsonNode second =
                api.get("/report/data-rooms?first=1&max=1&search=A").expect(200).body();
        assertEquals(List.of("Falcon"), second.findValuesAsText("name"));
        api.get("/report/data-rooms?max=51").expect(400);
    }

    @Test
    @DisplayName("X9 gateways, budget and last failures are told without a number, without a secret")
    void sms() {
        TestRealm realm = TestRealm.create(
                "smsview",
                Map.of(
                        "twoFactor.enforcement",
                        "required",
                        "twoFactor.methods",
                        "sms",
                        "twoFactor.sms.perTenantPerDay",
                        "4"));
        String number = PhoneNumbers.next();
        VONAGE.answersError(number, 9);
        TestUser user = realm.addUser("una", spec -> spec.number(number));
        AdminApi api = AdminApi.of(realm);
        assertEquals(0, api.get("/sms").expect(200).body().path("failures").size());

        realm.signIn(new Browser(), user);

        await().until(() -> api.get("/sms").body().path("failures").size() == 1);
        Reply reply = api.get("/sms").expect(200);
        JsonNode failure = reply.body().at("/failures/0");
        assertEquals("vonage-sms", failure.path("gateway").asText());
        assertEquals(
                "•••" + number.substring(number.length() - 2),
                failure.path("phoneNumber").asText());
        assertFalse(failure.path("reason").asText().isEmpty());
        assertEquals(1, reply.body().at("/budget/sent").asInt());
        assertEquals(4, reply.body().at("/budget/limit").asInt());
        assertEquals(25, reply.body().at("/budget/percent").asInt());
        assertEquals("vonage-sms", reply.field("defaultGateway"));
        JsonNode gateways = reply.body().path("gateways");
        assertTrue(gateways.findValuesAsText("id").containsAll(List.of("vonage-messages", "vonage-sms", "webhook")));
        JsonNode unset = StreamSupport.stream(gateways.spliterator(), false)
                .filter(gateway -> "webhook".equals(gateway.path("id").asText()))
                .findFirst()
                .orElseThrow();
        assertFalse(unset.path("configured").asBoolean(), "its token is in no vault of this realm");
        assertFalse(unset.path("fault").asText().isEmpty());
        assertFalse(reply.text().contains(number), reply.text());
        assertFalse(reply.text().contains(Vonage.API_SECRET), reply.text());
    }

    @Test
    @DisplayName("X8 the CSV has every user once, also behind the first part, and no cell that a spreadsheet computes")
    void csv() {
        TestRealm realm = TestRealm.create("csv");
        for (int part = 0; part < 3; part++) {
            int first = part * 100;
            List<Map<String, Object>> users = IntStream.range(first, first + 100)
                    .mapToObj(n -> Map.<String, Object>of("username", "user" + n, "enabled", true))
                    .toList();
            realm.admin().post(realm.path("/partialImport"), Map.of("ifResourceExists", "FAIL", "users", users));
        }
        realm.addUser("zoe", spec -> spec.number(PhoneNumbers.next()).with(user -> user.setLastName("-2+3 cmd A0")));

        Reply reply = AdminApi.of(realm).get("/report/csv").expect(200);

        String[] lines = reply.text().split("\r\n");
        assertEquals(302, lines.length);
        assertTrue(lines[0].startsWith("username,email,"), lines[0]);
        assertEquals(
                301,
                java.util.Arrays.stream(lines)
                        .skip(1)
                        .map(line -> line.split(",")[0])
                        .distinct()
                        .count());
        String zoe = lines[301];
        assertTrue(zoe.startsWith("zoe,") && zoe.contains(",'-2+3") && zoe.contains(",'+46701"), zoe);
        assertTrue(reply.header("content-type").startsWith("text/csv"), reply.headers()::toString);
    }

    @Test
    @DisplayName("X9 what can be mended in one call is, and the finding is gone")
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
        assertEquals("60", attributes.path("twoFactor.sms.codeTtlSeconds").asText());
        api.post("/health/guard/mend", null).expect(204);
        assertEquals(0, api.get("/health").body().size());
        api.post("/health/nothing/mend", null).expect(404);
    }

    @Test
    @DisplayName(
            "X9 a policy that a script wipes with its own attributes is noticed: an event, a finding, and the way back")
    void wiped() {
        TestRealm realm = TestRealm.create(
                        "wiped", Map.of("twoFactor.enforcement", "required", "twoFactor.graceDays", "3"))
                .withMail();
        AdminApi api = AdminApi.of(realm);

        realm.admin().put(realm.path(""), Map.of("attributes", Map.of("colour", "blue")));

        await().until(() -> api.get("/health").body().toString().contains("disappeared"));
        assertEquals("off", api.get("/policy").field("enforcement"));
        var event = realm.adminEvents().stream()
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

    @Test
    @DisplayName("X9 a test message goes to the administrator's own number and to no other, three times an hour")
    void testMessage() {
        TestRealm realm = TestRealm.create("smstest");
        String number = PhoneNumbers.next();
        TestUser administrator = realm.addUser("admin", spec -> spec.number(number));
        grantRealmAdmin(realm, administrator);
        AdminApi api = AdminApi.of(realm, realm, administrator);

        Reply sent = api.post("/sms/test", null).expect(202);

        assertFalse(sent.text().contains(number), sent.text());
        assertTrue(VONAGE.awaitTexts(number, 1).get(0).contains("test message"));
        await().until(() ->
                "sent".equals(api.get("/sms/test/" + sent.field("id")).field("status")));
        api.post("/sms/test", null).expect(202);
        api.post("/sms/test", null).expect(202);
        api.post("/sms/test", null).expect(429);
        AdminApi.of(realm).post("/sms/test", null).expect(409);
    }

    private static void grantRealmAdmin(TestRealm realm, TestUser user) {
        String client = realm.admin()
                .get(realm.path("/clients?clientId=realm-management"))
                .path(0)
                .path("id")
                .asText();
        JsonNode role = realm.admin().get(realm.path("/clients/" + client + "/roles/realm-admin"));
        realm.admin().post(realm.path("/users/" + user.id() + "/role-mappings/clients/" + client), List.of(role));
    }

    @Test
    @DisplayName(
            "X13 uninstalling takes out all that needs the jar, as its dry run said, and users log in with the password")
    void uninstall() {
        TestRealm realm =
                AdminConsole.realm("leave", Map.of("twoFactor.enforcement", "required", "twoFactor.methods", "sms"));
        AdminApi api = AdminApi.of(realm);
        TestGroup room = realm.addGroup("Falcon", Map.of("dataRoom", "true", "twoFactor.enforced", "true"));
        TestUser user = realm.addUser("lea", spec -> spec.memberOf(room).number(PhoneNumbers.next()));
        api.post("/health/phone-number-attribute/mend", null).expect(204);
        realm.addClient("mapped", client -> {
            var mapper = new org.keycloak.representations.idm.ProtocolMapperRepresentation();
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
        for (String trace :
                List.of("twoFactor.", "second-factor", "sms-otp", "backup-code", "strongroom-", "two-factor-phone")) {
            assertFalse(export.contains(trace), trace + " in " + export);
        }
    }

    @ParameterizedTest(
            name =
                    "X13 a conditional sub-flow that loses its condition is named; with {0} in it, its composed flow has {1} steps afterwards")
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
