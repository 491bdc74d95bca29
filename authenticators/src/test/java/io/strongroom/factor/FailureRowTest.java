package io.strongroom.factor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;

@DisplayName("A stored row of failures")
class FailureRowTest {

    private static CredentialModel stored(String data) {
        CredentialModel model = new CredentialModel();
        model.setType("two-factor-failures");
        model.setCredentialData(data);
        return model;
    }

    @Test
    @DisplayName("is read as it was written")
    void roundTrip() {
        FailureRow row = new FailureRow("otp", "app", 99);

        assertEquals(Optional.of(row), FailureRow.of(row.into(new CredentialModel())));
        assertEquals(99, row.failures());
    }

    @Test
    @DisplayName("security 8: locks from 100 failures on")
    void locks() {
        assertFalse(new FailureRow("otp", "app", 99).locks());
        assertTrue(new FailureRow("otp", "app", 100).locks());
    }

    @Test
    @DisplayName("can be read if a later version has added fields")
    void unknownFields() {
        assertEquals(
                Optional.of(new FailureRow("otp", "app", 3)),
                FailureRow.of(stored("{\"factor\":\"otp\",\"authenticator\":\"app\",\"failures\":3,\"new\":1}")));
    }

    @ParameterizedTest(name = "{0} can''t be read")
    @NullSource
    @ValueSource(strings = {"", "null", "[]", "{\"failures\":\"many\"}"})
    void unreadable(String data) {
        assertEquals(Optional.empty(), FailureRow.of(stored(data)));
    }
}
