package io.strongroom.testrealm.admin;

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
import io.strongroom.testrealm.harness.TestRealm;
import io.strongroom.testrealm.harness.TestUser;
import io.strongroom.testrealm.harness.Vonage;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The status and test messages of SMS in the admin API")
class SmsApiIT {
    private static final Vonage VONAGE = Harness.vonage();

    @Test
    @DisplayName("X9 report gateways, budget and recent failures without any number or secret")
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

        String sent = PhoneNumbers.next();
        realm.signIn(new Browser(), user);
        realm.signIn(new Browser(), realm.addUser("otto", spec -> spec.number(sent)));

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
        assertEquals("cut", reply.body().at("/sender/fit").asText());
        assertEquals("Tenant smsv", reply.body().at("/sender/shown").asText());
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
    @DisplayName("X9 X21 report a sender name that no network accepts and the one that is sent and shown instead")
    void sender() {
        String number = PhoneNumbers.next();
        TestRealm realm = TestRealm.create("bank", representation -> {
                    representation.setDisplayName("Банк Восток");
                    representation.getAttributes().put("twoFactor.enforcement", "required");
                    return representation;
                })
                .withMail();
        AdminApi api = AdminApi.of(realm);
        String shown = realm.name().replaceAll("\\W", "");

        JsonNode sender = api.get("/sms").expect(200).body().path("sender");
        realm.signIn(new Browser(), realm.addUser("una", spec -> spec.number(number)));
        VONAGE.awaitCode(number);

        assertEquals("Банк Восток", sender.path("wanted").asText());
        assertEquals(shown, sender.path("shown").asText());
        assertEquals("letters-lost", sender.path("fit").asText());
        assertEquals(shown, VONAGE.fields(number).get(0).get("from"));
        assertTrue(
                api.get("/health").text().contains("phones show \\\"" + shown + "\\\""),
                () -> api.get("/health").text());
        realm.setAttribute("twoFactor.sms.sender", "Vostok Bank");
        assertEquals(0, api.get("/health").body().size());
        assertEquals("Vostok Bank", api.get("/sms").body().at("/sender/shown").asText());
    }

    @Test
    @DisplayName("X9 go only to the administrator's own number, at most three times an hour")
    void testMessage() {
        TestRealm realm = TestRealm.create("smstest");
        String number = PhoneNumbers.next();
        TestUser administrator = AdminConsole.administrator(realm, "admin", spec -> spec.number(number), "realm-admin");
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
}
