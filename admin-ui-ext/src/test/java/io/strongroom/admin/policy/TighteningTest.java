package io.strongroom.admin.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strongroom.policy.TenantPolicy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("T7 A policy that becomes stricter for its owners")
class TighteningTest {

    @ParameterizedTest(name = "from {0} with {1} to {2} with {3}: {4}")
    @CsvSource({
        "off, 'totp,sms', required, 'totp,sms', true",
        "optional, sms, required, sms, true",
        "required, 'totp,sms', required, sms, true",
        "required, sms, required, totp, true",
        "required, sms, required, sms, false",
        "required, sms, required, 'totp,sms', false",
        "required, sms, optional, totp, false",
        "off, sms, optional, sms, false",
        "required, sms, off, sms, false"
    })
    void change(String before, String methodsBefore, String after, String methodsAfter, boolean stricter) {
        assertEquals(stricter, Tightening.isIn(tenant(before, methodsBefore), tenant(after, methodsAfter)));
    }

    @ParameterizedTest(name = "X17 from \"{0}\" to \"{1}\": {2}")
    @CsvSource({
        "'', boss=passkey, true",
        "boss=passkey, '', false",
        "boss=sms, '', false",
        "boss=passkey, 'boss=passkey,security-key', false",
        "'boss=passkey,security-key', boss=passkey, true",
        "boss=passkey, boss=sms, true",
        "boss=passkey, boss=passkey, false",
        "boss=passkey, boss=passkey##clerk=totp, true",
        "'', 'boss=totp,sms', true",
        "'', 'boss=passkey,totp,sms', false"
    })
    void roles(String before, String after, boolean stricter) {
        assertEquals(stricter, Tightening.isIn(held(before), held(after)));
    }

    private static TenantPolicy held(String roleMethods) {
        Map<String, String> attributes = Map.of(
                "twoFactor.enforcement",
                "required",
                "twoFactor.methods",
                "passkey,totp,sms",
                "twoFactor.roleMethods",
                roleMethods.isEmpty() ? "-" : roleMethods);
        return TenantPolicy.parse(attributes::get);
    }

    private static TenantPolicy tenant(String enforcement, String methods) {
        return TenantPolicy.parse(Map.of("twoFactor.enforcement", enforcement, "twoFactor.methods", methods)::get);
    }
}
