package io.strongroom.factor.sms.attribute;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The requirement for a number")
class RequiredNumberTest {

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "required, sms, true",
        "required, totp, false",
        "required, 'totp,sms', false",
        "optional, sms, false",
        "off, sms, false",
    })
    @DisplayName("C4 applies if SMS is the tenant's only method and required")
    void strategy(String enforcement, String methods, boolean expected) {
        TenantPolicy tenant =
                TenantPolicy.parse(Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", methods)::get);

        assertEquals(expected, RequiredNumber.isSmsRequiredAndOnly(tenant));
    }
}
