package io.strongroom.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The mail server of a realm")
class MailServerTest {

    @Test
    @DisplayName("is set up with a host and a sender")
    void isSetUp() {
        assertTrue(MailServer.isSetUp(Map.of("host", "mail.test", "from", "no-reply@mail.test")));
    }

    @Test
    @DisplayName("X9 is not set up if one of them is missing")
    void isNotSetUp() {
        assertFalse(MailServer.isSetUp((Map<String, String>) null));
        assertFalse(MailServer.isSetUp(Map.of()));
        assertFalse(MailServer.isSetUp(Map.of("host", "mail.test")));
        assertFalse(MailServer.isSetUp(Map.of("host", " ", "from", "no-reply@mail.test")));
    }
}
