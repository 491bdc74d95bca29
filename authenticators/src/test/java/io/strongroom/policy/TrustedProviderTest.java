package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("X16 A trusted identity provider")
class TrustedProviderTest {

    @ParameterizedTest(name = "vouches with provider {1} and amr \"{2}\" if the setting is \"{0}\": {3}")
    @CsvSource({
        "corp, corp, '', true",
        "corp, other, mfa, false",
        "corp:amr, corp, '', false",
        "corp:amr, corp, pwd, false",
        "corp:amr, corp, pwd mfa, true",
        "corp:amr, corp, otp, true",
        "corp:amr, corp, hwk, true",
        "corp:amr, other, mfa, false",
        "'', corp, mfa, false",
        "'a, corp', corp, '', true"
    })
    void vouches(String setting, String alias, String amr, boolean vouches) {
        List<TrustedProvider> trusted =
                TestPolicies.tenant("twoFactor.trustedProviders=" + setting).trustedProviders();
        List<String> values = Arrays.asList(amr.split(" "));

        assertEquals(vouches, trusted.stream().anyMatch(provider -> provider.vouches(alias, values)));
    }
}
