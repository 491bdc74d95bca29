package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The country of national numbers in profiles")
class HomeCountryTest {

    @ParameterizedTest(name = "defaultCountry {0}, allowedCountries {1}: {2}, problems {3}")
    @CsvSource({
        ",,,0",
        "DE,,DE,0",
        "' de ',,DE,0",
        "xk,,XK,0",
        ",SE,SE,0",
        ",'SE,DE',,0",
        "DE,SE,DE,0",
        "' ',SE,SE,1",
        "UK,,,1",
        "Germany,SE,,1",
        "'SE,DE',,,1",
        "+46,,,1"
    })
    void read(String configured, String allowed, String effective, int problems) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("twoFactor.sms.defaultCountry", configured);
        attributes.put("twoFactor.sms.allowedCountries", allowed);
        TenantPolicy tenant = TenantPolicy.parse(attributes::get);

        assertEquals(Optional.ofNullable(effective), tenant.sms().home());
        assertEquals(problems, tenant.problems().size());
    }
}
