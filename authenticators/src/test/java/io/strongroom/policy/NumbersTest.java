package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The values of numbers and dates that are not allowed")
class NumbersTest {

    private static final Instant NOW = Instant.parse("2026-08-01T12:00:00Z");

    @ParameterizedTest(name = "X3 cause no outage: {0} = {1} is read as {2} and is a problem")
    @CsvSource({
        "perTenantPerDay,10000000,1000000",
        "perTenantPerDay,99999999999999999999,1000000",
        "perTenantPerDay,0,10000",
        "perTenantPerDay,-1,10000",
        "perTenantPerDay,10 000,10000",
        "perTenantPerDay,1e6,10000",
        "perUserPerHour,5000,1000",
        "perUserPerHour,0,10",
        "perUserPerHour,many,10",
        "perNumberPerHour,1001,1000",
        "perNumberPerHour,-5,10",
        "perAddressPerHour,2147483648,1000",
        "perAddressPerHour,none,30"
    })
    void limits(String limit, String value, String expected) {
        assertReadAs("twoFactor.sms." + limit, value, expected);
    }

    @ParameterizedTest(name = "security 1, 2: are read safely: {0} = {1} is read as {2} and is a problem")
    @CsvSource({
        "codeLength,4,6",
        "codeLength,-6,6",
        "codeLength,10,8",
        "codeLength,99999999999,8",
        "codeLength,six,6",
        "codeLength,6.0,6",
        "codeTtlSeconds,3600,600",
        "codeTtlSeconds,601,600",
        "codeTtlSeconds,59,60",
        "codeTtlSeconds,-300,60",
        "codeTtlSeconds,5m,300"
    })
    void codes(String setting, String value, String expected) {
        assertReadAs("twoFactor.sms." + setting, value, expected);
    }

    @ParameterizedTest(name = "X1 never extend an exemption from a factor: {0} = {1} is read as {2}")
    @CsvSource({
        "graceDays,9999,0",
        "graceDays,-1,0",
        "graceDays,two weeks,0",
        "rememberBrowserDays,365,0",
        "rememberBrowserDays,-1,0",
        "rememberBrowserDays,month,0",
        "maxAgeMinutes,600000,525600",
        "maxAgeMinutes,-1,10",
        "maxAgeMinutes,8h,10",
        "backupCodes,50,20",
        "backupCodes,-1,0",
        "backupCodes,ten,10"
    })
    void exemptions(String setting, String value, String expected) {
        assertReadAs("twoFactor." + setting, value, expected);
    }

    @TestFactory
    @DisplayName("stay in their range for every number of a tenant, and the problem reports the effective value")
    Stream<DynamicTest> all() {
        return TenantPolicy.settings(name -> null).stream()
                .filter(setting -> setting.kind() instanceof Setting.Range)
                .flatMap(setting -> Stream.of("-99999999999", "-1", "99999999999", "NaN", "1,5", "0x10", "")
                        .map(value -> DynamicTest.dynamicTest(setting.attribute() + " = " + value, () -> {
                            Setting.Range range = (Setting.Range) setting.kind();
                            int effective = (int) effective(setting.attribute(), value);

                            assertTrue(
                                    effective >= range.lowest() && effective <= range.highest(),
                                    "effective: " + effective);
                            assertReadAs(setting.attribute(), value, Integer.toString(effective));
                        })));
    }

    @ParameterizedTest(
            name =
                    "X5 give no grace with graceDays \"{0}\" and graceUntil \"{1}\", because it is unknown which ends first")
    @CsvSource({"14,soon", "9999,2027-12-31", "two weeks,2027-12-31", "'',2027-12-31", "14,''", "14,31.12.2027"})
    void grace(String days, String until) {
        TenantPolicy policy = tenant("twoFactor.graceDays=" + days, "twoFactor.graceUntil=" + until);

        assertEquals(Optional.empty(), policy.grace().endFor(Optional.empty(), NOW));
        assertTrue(policy.problems().stream()
                .anyMatch(problem -> problem.attribute().startsWith("twoFactor.grace")));
    }

    @Test
    @DisplayName("X5 change nothing if they are replaced by the effective values")
    void effectiveGrace() {
        Map<String, String> attributes =
                TestPolicies.map("twoFactor.graceDays=two weeks", "twoFactor.graceUntil=2027-12-31");
        TenantPolicy.settings(attributes::get).stream()
                .filter(setting -> attributes.containsKey(setting.attribute()))
                .forEach(setting -> attributes.put(setting.attribute(), setting.asAttribute()));

        TenantPolicy fixed = TenantPolicy.parse(attributes::get);

        assertEquals(List.of(), fixed.problems());
        assertEquals(Optional.empty(), fixed.grace().endFor(Optional.empty(), NOW));
    }

    private static void assertReadAs(String attribute, String value, String expected) {
        assertEquals(expected, effective(attribute, value).toString());
        List<Problem> problems =
                TenantPolicy.parse(Map.of(attribute, value)::get).problems();
        assertEquals(1, problems.size(), problems::toString);
        assertEquals(attribute, problems.get(0).attribute());
        assertEquals(expected, problems.get(0).effective());
    }

    private static Object effective(String attribute, String value) {
        return TenantPolicy.settings(Map.of(attribute, value)::get).stream()
                .filter(setting -> setting.attribute().equals(attribute))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
