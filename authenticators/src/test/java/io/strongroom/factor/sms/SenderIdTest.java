package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.factor.sms.SenderId.Fit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X21 The sender id of a tenant")
class SenderIdTest {

    @ParameterizedTest(name = "\"{0}\" is shown as \"{1}\": {2}")
    @CsvSource({
        "Acme,Acme,WHOLE",
        "Acme Bank,Acme Bank,WHOLE",
        "'  Acme  ',Acme,WHOLE",
        "Acme Corporation,Acme Corpor,CUT",
        "Acme & Co,Acme Co,WHOLE",
        "acme.example,acmeexample,WHOLE",
        "Müller Söhne,Muller Sohn,CUT",
        "Łódź,Lodz,WHOLE",
        "Strauß,Strauss,WHOLE",
        "Ærø,Aero,WHOLE",
        "İş Bankası,Is Bankasi,WHOLE",
        "+46701740605,46701740605,WHOLE",
        "46701740605,46701740605,WHOLE",
        "72000,72000,WHOLE",
        "東京,Strongroom,LETTERS_LOST",
        "Банк 24,Strongroom,LETTERS_LOST",
        "東京 Acme,Acme,LETTERS_LOST",
        "'',Strongroom,LETTERS_LOST",
        "' ',Strongroom,LETTERS_LOST",
        "'!!!',Strongroom,LETTERS_LOST"
    })
    void shown(String name, String shown, Fit fit) {
        assertEquals(new SenderId(shown, name, fit), SenderId.of(name));
    }

    @ParameterizedTest(name = "is \"{3}\" if it is made from \"{0}\", \"{1}\" and \"{2}\"")
    @CsvSource({
        "東京銀行,東京銀行,tokyo-bank,tokyobank",
        "東京銀行,Tokyo Bank,tenant-17,Tokyo Bank",
        "Банк Acme,Банк,bank,bank",
        "Банк Acme,Банк,банк,Acme",
        "Банк,Банк,4711,4711"
    })
    void instead(String wanted, String displayName, String name, String shown) {
        assertEquals(new SenderId(shown, wanted, Fit.LETTERS_LOST), SenderId.of(wanted, displayName, name));
    }

    @ParameterizedTest(name = "is accepted by networks if it is made from \"{0}\"")
    @ValueSource(
            strings = {
                "Müller & Söhne GmbH",
                "a b c d e f g h i j k l",
                "<b>bold</b>",
                "two\nlines",
                "1234567890123456789",
                "+123",
                "12",
                "Ärzte ohne Grenzen",
                "🔒"
            })
    void acceptedByNetworks(String name) {
        String shown = SenderId.of(name).shown();

        assertTrue(shown.matches("[A-Za-z0-9](?:[A-Za-z0-9 ]{0,9}[A-Za-z0-9])?|\\d{3,15}"), shown);
    }
}
