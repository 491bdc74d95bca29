package io.strongroom.factor.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.credential.CredentialModel;

@DisplayName("The name of a remembered browser")
class BrowserNameTest {

    @ParameterizedTest(name = "X6 {0} on {1}: {2}")
    @CsvSource({
        "Firefox/128.0,Linux,Firefox · Linux",
        "Chrome/130.0.0,Mac OS X,Chrome · Mac OS X",
        "Edge,Windows,Edge · Windows",
        "Other/Unknown,Linux,Linux",
        "Safari/17,Unknown,Safari",
        "Other/1,Other,Browser",
        ",,Browser"
    })
    void name(String browser, String system, String expected) {
        assertEquals(expected, BrowserName.of(browser, system));
    }

    @Test
    @DisplayName("is one short line, whatever the browser sends")
    void forged() {
        assertEquals("Evilrow · Linux", BrowserName.of("Evil\n\u202erow/1", "Linux\u0000"));
        assertEquals(60, BrowserName.of("x".repeat(500), "Linux").length());
    }

    @Test
    @DisplayName("is numbered if another remembered browser has the same name, ignoring case")
    void numbered() {
        BrowserName name = new BrowserName("Firefox · Linux");
        List<CredentialModel> credentials = new ArrayList<>(List.of(stored("otp", "Firefox · Linux")));
        assertEquals("Firefox · Linux", name.uniqueAmong(credentials));

        credentials.add(stored("remembered-browser", "FIREFOX · Linux"));
        credentials.add(stored("remembered-browser", null));
        assertEquals("Firefox · Linux (2)", name.uniqueAmong(credentials));

        credentials.add(stored("remembered-browser", "Firefox · Linux (2)"));
        assertEquals("Firefox · Linux (3)", name.uniqueAmong(credentials));
    }

    private static CredentialModel stored(String type, String label) {
        CredentialModel credential = new CredentialModel();
        credential.setType(type);
        credential.setUserLabel(label);
        return credential;
    }
}
