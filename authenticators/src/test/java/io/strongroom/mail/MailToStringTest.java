package io.strongroom.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 6: A composed e-mail")
class MailToStringTest {

    @Test
    @DisplayName("shows neither its code nor its address nor the server's password in toString")
    void secrets() {
        Mail mail =
                new Mail("r1", Map.of("password", "pw"), "anna@example.com", "Your code", "123456", "<b>123456</b>");

        assertEquals("e-mail of realm r1", mail.toString());
    }
}
