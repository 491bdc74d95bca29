package io.strongroom.factor.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The line that binds a code to the login page")
class OriginBoundCodeTest {

    private static final URI LOGIN = URI.create("https://login.example.com/");

    private static String append(String text, String login) {
        return OriginBoundCode.appendTo(text, "012345", URI.create(login));
    }

    @Test
    @DisplayName("comes last and contains the host and the code, but no path or port")
    void lastLine() {
        assertEquals("Hello\n@login.example.com #012345", append("Hello", "https://login.example.com/"));
        assertEquals("Hello\n@login.example.com #012345", append("Hello", "https://login.example.com:8443/auth/"));
    }

    @ParameterizedTest(name = "is not added for {0}")
    @ValueSource(strings = {"http://login.example.com/", "http://localhost:8080/", "//login.example.com/"})
    void httpsOnly(String login) {
        assertEquals("Hello", append("Hello", login));
    }

    @Test
    @DisplayName("is left out if it would need another segment")
    void costsNothing() {
        String fits = "a".repeat(160 - "\n@login.example.com #012345".length());

        assertEquals(160, OriginBoundCode.appendTo(fits, "012345", LOGIN).length());
        assertEquals(fits + "a", OriginBoundCode.appendTo(fits + "a", "012345", LOGIN));
    }
}
