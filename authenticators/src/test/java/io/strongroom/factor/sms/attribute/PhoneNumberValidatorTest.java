package io.strongroom.factor.sms.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.ValidatorFactory;

@DisplayName("The validator two-factor-phone-number")
class PhoneNumberValidatorTest {

    private static List<String> errors(Object input) {
        ValidationContext context = new ValidationContext();
        new PhoneNumberValidator().validate(input, "phoneNumber", context, ValidatorConfig.EMPTY);
        return context.getErrors().stream().map(ValidationError::getMessage).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701740605", "+46 70-174 06 05", "+46 (70) 174.06.05"})
    @DisplayName("D8 accepts common notations")
    void takes(String number) {
        assertEquals(List.of(), errors(List.of(number)));
        assertEquals(List.of(), errors(number));
    }

    @ParameterizedTest
    @CsvSource({
        "0701740605, strongroomAttributeFormat",
        "call me, strongroomAttributeFormat",
        "+46701, strongroomAttributeImpossible",
        "+4687865000, strongroomAttributeNoText",
        "+18002345678, strongroomAttributeNoText",
    })
    @DisplayName("D8 D9 refuses numbers that can't receive text messages and gives the reason")
    void refuses(String number, String key) {
        assertEquals(List.of(key), errors(List.of(number)));
    }

    @Test
    @DisplayName("checks each of several values")
    void several() {
        assertEquals(List.of("strongroomAttributeFormat"), errors(List.of("+46701740605", "0701740605")));
    }

    @Test
    @DisplayName("accepts a missing value outside of user editing")
    void nothing() {
        assertEquals(List.of(), errors(List.of()));
        assertEquals(List.of(), errors(List.of(" ")));
        assertEquals(List.of(), errors(null));
    }

    @Test
    @DisplayName("is registered under its id")
    void found() {
        assertTrue(ServiceLoader.load(ValidatorFactory.class).stream()
                .anyMatch(factory -> factory.get().getId().equals("two-factor-phone-number")));
    }
}
