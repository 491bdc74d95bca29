package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X3 security 18: The countries that messages are sent to")
class CountriesTest {

    private static TenantPolicy tenant(String countries) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("twoFactor.sms.allowedCountries", countries);
        return TenantPolicy.parse(attributes::get);
    }

    private static Countries of(String countries) {
        return tenant(countries).sms().countries();
    }

    @Test
    @DisplayName("include all countries, and numbers of no country, without a list")
    void absent() {
        assertTrue(of(null).allows("SE"));
        assertTrue(of(null).allows(null));
        assertEquals(List.of(), tenant(null).problems());
    }

    @ParameterizedTest(name = "include all countries if the list \"{0}\" is blank, which is a problem that says so")
    @ValueSource(strings = {"", "  "})
    void blank(String value) {
        assertTrue(of(value).allows("SE"));
        assertEquals(
                "the default (all countries)", tenant(value).problems().get(0).effective());
    }

    @Test
    @DisplayName("include only the countries of a list, and no number without a country")
    void named() {
        Countries countries = of(" se, DE,xk ");

        assertEquals(Set.of("SE", "DE", "XK"), countries.codes());
        assertTrue(countries.allows("DE"));
        assertFalse(countries.allows("NO"));
        assertFalse(countries.allows(null));
        assertEquals(List.of(), tenant("se, DE,xk").problems());
    }

    @ParameterizedTest(name = "are reduced to \"{1}\" by \"{0}\", which is a problem")
    @CsvSource({"'SE,UK',SE", "'SE,Germany',SE", "XX,''", "'*',''", "',',''", "all,''", "+46,''"})
    void invalid(String value, String allowed) {
        Countries countries = of(value);

        assertEquals(allowed.isEmpty() ? Set.of() : Set.of(allowed), countries.codes());
        assertFalse(countries.allows("GB"));
        assertFalse(countries.allows(null));
        assertEquals(1, tenant(value).problems().size());
        assertTrue(tenant(value)
                .problems()
                .get(0)
                .sentence()
                .contains(allowed.isEmpty() ? "no country allowed" : allowed));
    }
}
