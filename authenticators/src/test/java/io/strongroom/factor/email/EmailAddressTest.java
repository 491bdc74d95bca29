package io.strongroom.factor.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X19 An e-mail address for codes")
class EmailAddressTest {

    @ParameterizedTest(name = "security 19: {0} is shown as {1}")
    @CsvSource({
        "joanna@example.com,j•••@example.com",
        "j@example.com,j•••@example.com",
        "\"a@b\"@example.com,\"•••@example.com",
        "@example.com,•••",
        "no-address,•••",
        "𝒿oanna@example.com,𝒿•••@example.com"
    })
    void masked(String address, String shown) {
        EmailAddress email = new EmailAddress(address);

        assertEquals(shown, email.masked());
        assertEquals(shown, email.toString());
    }

    @Test
    @DisplayName("has an id that does not reveal it")
    void id() {
        EmailAddress email = new EmailAddress("joanna@example.com");

        assertFalse(email.id().contains("joanna"));
        assertFalse(email.id().contains("example"));
        assertNotEquals(email.id(), new EmailAddress("eve@example.com").id());
    }

    @Test
    @DisplayName("is the same in upper and lower case")
    void caseInsensitive() {
        assertEquals(new EmailAddress("Joanna@Example.com").id(), new EmailAddress("joanna@example.com").id());
    }
}
