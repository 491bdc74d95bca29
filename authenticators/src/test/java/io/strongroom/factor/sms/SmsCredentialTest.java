package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.strongroom.factor.sms.SmsCredential.SetBy;
import io.strongroom.phone.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.util.JsonSerialization;

@DisplayName("A stored number")
class SmsCredentialTest {

    private static final PhoneNumber NUMBER = new PhoneNumber("+46701740605");

    @Test
    @DisplayName("D7 has the documented fields if an administrator set it for a data room")
    void setByAdmin() throws Exception {
        CredentialModel model =
                new SmsCredential(null, NUMBER, "group-1", SetBy.ADMIN, 1_795_000_000_000L).into(new CredentialModel());

        assertEquals("sms-otp", model.getType());
        assertEquals("{}", model.getSecretData());
        assertEquals(
                Map.of(
                        "phoneNumber", "+46701740605",
                        "dataRoom", "group-1",
                        "setBy", "admin",
                        "verifiedAt", 1_795_000_000_000L),
                json(model));
    }

    @Test
    @DisplayName("C5 has no empty fields if it is the user's own and unproven")
    void ownNumber() throws Exception {
        CredentialModel model = new SmsCredential(null, NUMBER, null, SetBy.USER, null).into(new CredentialModel());

        assertEquals(Map.of("phoneNumber", "+46701740605", "setBy", "user"), json(model));
    }

    @Test
    @DisplayName("is read as it was stored")
    void roundTrip() {
        SmsCredential stored = new SmsCredential("id-1", NUMBER, "group-1", SetBy.ADMIN, 1_795_000_000_000L);
        CredentialModel model = stored.into(new CredentialModel());
        model.setId("id-1");

        assertEquals(Optional.of(stored), SmsCredential.of(model));
    }

    @Test
    @DisplayName("keeps id and label of the credential it is written to")
    void writtenOver() {
        CredentialModel model = stored("{\"phoneNumber\":\"+46701740605\",\"setBy\":\"admin\"}");
        model.setUserLabel("work");

        CredentialModel written =
                SmsCredential.of(model).orElseThrow().provenAt(1000L).into(model);

        assertEquals("id-1", written.getId());
        assertEquals("work", written.getUserLabel());
        assertEquals(Optional.of(1000L), SmsCredential.of(written).map(SmsCredential::verifiedAt));
    }

    @Test
    @DisplayName("can be read if a later version has added fields")
    void laterVersion() {
        CredentialModel model = stored("{\"phoneNumber\":\"+46701740605\",\"setBy\":\"user\",\"country\":\"SE\"}");

        assertEquals(NUMBER, SmsCredential.of(model).orElseThrow().number());
    }

    @ParameterizedTest(name = "does not count as a factor if the data is unreadable: {0}")
    @NullSource
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "null",
                "{}",
                "[]",
                "{\"phoneNumber\":null,\"setBy\":\"admin\"}",
                "{\"phoneNumber\":\"0701740605\",\"setBy\":\"admin\"}",
                "{\"phoneNumber\":\"+46701740605\",\"setBy\":\"root\"}",
                "{\"phoneNumber\":\"+46701740605\",\"setBy\":\"admin\",\"verifiedAt\":\"yesterday\"}",
                "{\"phoneNumber\":\"+46701740605\","
            })
    void unreadable(String data) {
        assertEquals(Optional.empty(), SmsCredential.of(stored(data)));
    }

    @ParameterizedTest(name = "security 17: set by {0} and verified at {1} is usable: {2}")
    @CsvSource({"admin,,true", "admin,1000,true", "user,1000,true", "user,,false", ",,false", ",1000,true"})
    void trusted(String setBy, Long verifiedAt, boolean trusted) {
        String data = "{\"phoneNumber\":\"+46701740605\""
                + (setBy == null ? "" : ",\"setBy\":\"" + setBy + "\"")
                + (verifiedAt == null ? "" : ",\"verifiedAt\":" + verifiedAt)
                + "}";

        assertEquals(trusted, SmsCredential.of(stored(data)).orElseThrow().isTrusted());
    }

    @Test
    @DisplayName("security 17: is the user's own and usable if it was just proven")
    void ownProven() {
        SmsCredential proven = SmsCredential.ownProven(NUMBER, 1000L);

        assertEquals(new SmsCredential(null, NUMBER, null, SetBy.USER, 1000L), proven);
        assertEquals(true, proven.isTrusted());
    }

    @Test
    @DisplayName("security 19: is masked in logs")
    void inLogs() {
        String shown = new SmsCredential("id-1", NUMBER, null, SetBy.USER, null).toString();

        assertFalse(shown.contains("740605"), shown);
    }

    private static CredentialModel stored(String data) {
        CredentialModel model = new CredentialModel();
        model.setId("id-1");
        model.setType("sms-otp");
        model.setCredentialData(data);
        return model;
    }

    private static Map<?, ?> json(CredentialModel model) throws Exception {
        return JsonSerialization.readValue(model.getCredentialData(), Map.class);
    }
}
