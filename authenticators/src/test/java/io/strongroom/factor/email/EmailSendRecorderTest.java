package io.strongroom.factor.email;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.email.EmailException;

@DisplayName("X19 The result of an e-mail with a code")
class EmailSendRecorderTest {

    @Test
    @DisplayName("releases the limits only if the mail server was not reached")
    void unsent() {
        assertTrue(EmailSendRecorder.isUnsent(new EmailException("failed", new ConnectException("refused"))));
        assertTrue(EmailSendRecorder.isUnsent(
                new EmailException("failed", new RuntimeException(new UnknownHostException()))));
        assertFalse(EmailSendRecorder.isUnsent(new EmailException("failed", new SocketTimeoutException("read"))));
        assertFalse(EmailSendRecorder.isUnsent(new EmailException("550 no such user")));
    }
}
