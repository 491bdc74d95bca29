package io.strongroom.factor.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;

@DisplayName("The stored data of a remembered browser")
class BrowserRowTest {

    private static final FactorSnapshot SNAPSHOT = new FactorSnapshot("realm", "user", "id+46701740605");

    private static CredentialModel stored(String credentialData) {
        CredentialModel model = new CredentialModel();
        model.setType(RememberedBrowsers.TYPE);
        model.setCredentialData(credentialData);
        return model;
    }

    @ParameterizedTest(name = "X6 remembered in realm {0} by user {1} with factors {2} has ended: {3}")
    @CsvSource({
        "realm, user, id+46701740605, false",
        "realm, user, id+46701740606, true",
        "realm, user, '', true",
        "realm, other, id+46701740605, true",
        "other, user, id+46701740605, true"
    })
    void ended(String realm, String user, String factors, boolean ended) {
        String data = new BrowserRow(new FactorSnapshot(realm, user, factors).fingerprint()).json();

        assertEquals(ended, BrowserRow.of(stored(data)).orElseThrow().isStaleFor(SNAPSHOT));
    }

    @Test
    @DisplayName("X6 does not end early if the browser was imported without factors")
    void imported() {
        assertFalse(BrowserRow.of(stored("{}")).orElseThrow().isStaleFor(SNAPSHOT));
    }

    @ParameterizedTest(name = "{0} can''t be read")
    @ValueSource(strings = {"", "factors", "[]", "null"})
    void unreadable(String data) {
        assertEquals(Optional.empty(), BrowserRow.of(stored(data)));
    }

    @Test
    @DisplayName("security 19: contains neither a number nor the hash of the cookie")
    void containsNoSecret() {
        String data = new BrowserRow(SNAPSHOT.fingerprint()).json();

        assertFalse(data.contains("46701740605"), data);
        assertNotEquals(
                SNAPSHOT.fingerprint(), java.util.Base64.getEncoder().encodeToString(SNAPSHOT.hashWith("token")));
        assertTrue(data.startsWith("{\"factors\":\""), data);
    }
}
