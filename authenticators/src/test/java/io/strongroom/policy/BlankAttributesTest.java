package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.map;
import static io.strongroom.policy.TestPolicies.tenant;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

@DisplayName("X1 Blank attributes")
class BlankAttributesTest {

    private static final List<String> BLANKS = List.of("", " ", "\t", "\r\n ");

    @TestFactory
    @DisplayName("are problems of a tenant that report the effective value")
    Stream<DynamicTest> tenants() {
        return blanks(TenantPolicy.settings(name -> null))
                .map(blank -> DynamicTest.dynamicTest(shown(blank), () -> {
                    TenantPolicy policy = TenantPolicy.parse(Map.of(blank.getKey(), blank.getValue())::get);

                    assertOneProblem(blank, policy.problems());
                }));
    }

    @TestFactory
    @DisplayName("are problems of a data room that report the effective value")
    Stream<DynamicTest> rooms() {
        return blanks(RoomPolicy.settings(name -> null))
                .map(blank -> DynamicTest.dynamicTest(
                        shown(blank),
                        () -> assertOneProblem(
                                blank,
                                RoomPolicy.parse(Map.of(blank.getKey(), blank.getValue())::get)
                                        .problems())));
    }

    @Test
    @DisplayName("have the strictest reading: required, no self-service, exemptions, grace, remembered browsers or "
            + "providers")
    void strictest() {
        TenantPolicy policy = tenant(
                "twoFactor.enforcement=",
                "twoFactor.selfService=",
                "twoFactor.exemptRoles=",
                "twoFactor.requiredRoles=",
                "twoFactor.graceDays=",
                "twoFactor.graceUntil=",
                "twoFactor.rememberBrowserDays=",
                "twoFactor.trustedProviders=");

        assertEquals(Enforcement.REQUIRED, policy.enforcement());
        assertFalse(policy.selfService());
        assertEquals(Set.of(), policy.roles().exempt());
        assertEquals(Set.of("two-factor-required"), policy.roles().required());
        assertFalse(policy.grace().countsFromFirstLogin());
        assertEquals(0, policy.rememberBrowserDays());
        assertEquals(List.of(), policy.trustedProviders());
    }

    @Test
    @DisplayName("include a list with only separators, which exempts no user")
    void separatorsOnly() {
        TenantPolicy policy = tenant("twoFactor.exemptRoles= , ,", "twoFactor.requiredRoles=,");

        assertEquals(Set.of(), policy.roles().exempt());
        assertEquals(Set.of("two-factor-required"), policy.roles().required());
        assertEquals(2, policy.problems().size());
    }

    @Test
    @DisplayName("do not include a dash, which is an empty list of names and is allowed")
    void dash() {
        TenantPolicy policy =
                tenant("twoFactor.exemptRoles=-", "twoFactor.requiredRoles= - ", "twoFactor.trustedProviders=-");

        assertEquals(Set.of(), policy.roles().exempt());
        assertEquals(Set.of(), policy.roles().required());
        assertEquals(List.of(), policy.problems());
    }

    @Test
    @DisplayName(
            "make a group a data room if dataRoom is blank, and make no administrators if dataRoom.administrators is "
                    + "blank")
    void groups() {
        assertTrue(RoomPolicy.isDataRoom(map("dataRoom= ")::get));
        assertFalse(RoomPolicy.isAdministrators(map("dataRoom.administrators=")::get));
    }

    private static Stream<Map.Entry<String, String>> blanks(List<Setting> settings) {
        return settings.stream()
                .flatMap(setting -> BLANKS.stream().map(blank -> Map.entry(setting.attribute(), blank)));
    }

    private static String shown(Map.Entry<String, String> blank) {
        return blank.getKey() + " with " + blank.getValue().length() + " blanks";
    }

    private static void assertOneProblem(Map.Entry<String, String> blank, List<Problem> problems) {
        assertEquals(
                List.of(blank.getKey()),
                problems.stream().map(Problem::attribute).toList());
        assertEquals(blank.getValue(), problems.get(0).value());
        assertFalse(problems.get(0).effective().isBlank());
    }
}
