package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Sender of a message")
class SmsTextTest {

    @ParameterizedTest(name = "\"{0}\" is shown as \"{1}\"")
    @CsvSource({
        "Acme,Acme",
        "Acme Bank,Acme Bank",
        "'  Acme  ',Acme",
        "Acme Corporation,Acme Corpor",
        "Acme & Co,Acme Co",
        "acme.example,acmeexample",
        "+46701740605,46701740605",
        "46701740605,46701740605",
        "東京,Strongroom",
        "'',Strongroom",
        "' ',Strongroom",
        "'!!!',Strongroom"
    })
    void senderId(String name, String sender) {
        assertEquals(sender, SmsText.senderId(name));
    }

    @ParameterizedTest(name = "networks take what becomes of \"{0}\"")
    @ValueSource(
            strings = {
                "Müller & Söhne GmbH",
                "a b c d e f g h i j k l",
                "<b>bold</b>",
                "two\nlines",
                "1234567890123456789",
                "+123",
                "Ärzte ohne Grenzen",
                "🔒"
            })
    void networksTakeIt(String name) {
        String sender = SmsText.senderId(name);

        assertTrue(sender.matches("[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?|\\d{6,15}"), sender);
        assertEquals(sender.strip(), sender);
    }
}
