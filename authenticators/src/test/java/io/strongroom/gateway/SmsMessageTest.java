package io.strongroom.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.phone.PhoneNumber;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A text message")
class SmsMessageTest {

    @Test
    @DisplayName("security 6, 19: shows neither text nor number in toString")
    void inLogs() throws Exception {
        SmsMessage message = new SmsMessage("acme", PhoneNumber.parse("+46701740605"), "Acme", "123456 is your code");

        assertEquals("SmsMessage[tenant=acme, to=•••05]", message.toString());
    }
}
