package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.ENFORCED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strongroom.policy.SelfService.Hindrance;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Self-service")
class SelfServiceTest {

    private static boolean mayRemove(Facts facts) {
        return SelfService.hindrance(facts).isEmpty();
    }

    @ParameterizedTest(name = "C2 C12 T2 enforcement {0}, self-service {1}: users may remove their own factor: {2}")
    @CsvSource({
        "off, true, true", "optional, true, true", "required, true, false",
        "off, false, false", "optional, false, false", "required, false, false"
    })
    void byTenant(String enforcement, String selfService, boolean may) {
        Given given = Given.tenant(enforcement).with("selfService", selfService).own(Method.TOTP);

        assertEquals(may, mayRemove(given.facts()));
    }

    @Test
    @DisplayName("C12 lets users with an exempt role remove their factor, but not users with a required role")
    void byRole() {
        assertFalse(mayRemove(
                Given.tenant("optional").own(Method.TOTP).roleRequires().facts()));
        assertTrue(mayRemove(Given.tenant("optional")
                .own(Method.TOTP)
                .roleRequires()
                .roleExempts()
                .facts()));
        assertTrue(mayRemove(
                Given.tenant("required").own(Method.TOTP).roleExempts().facts()));
        assertTrue(mayRemove(Given.tenant("off").own(Method.TOTP).roleRequires().facts()));
    }

    @Test
    @DisplayName("D10 does not let users remove a number that was set for them, or a factor that a data room enforces")
    void byRoom() {
        assertFalse(mayRemove(
                Given.tenant("optional").own(Method.SMS).numberFor("Falcon").facts()));
        assertFalse(mayRemove(Given.tenant("optional")
                .own(Method.SMS)
                .room("Falcon", ENFORCED)
                .facts()));
        assertTrue(mayRemove(Given.tenant("optional")
                .own(Method.SMS)
                .administeredRoom("Falcon", ENFORCED)
                .facts()));
    }

    static Stream<Arguments> hindrances() {
        return Stream.of(
                Arguments.of(
                        Hindrance.ADMINISTERED,
                        Given.tenant("required").with("selfService", "false").room("Falcon", ENFORCED)),
                Arguments.of(Hindrance.REQUIRED, Given.tenant("required").room("Falcon", ENFORCED)),
                Arguments.of(Hindrance.REQUIRED, Given.tenant("optional").roleRequires()),
                Arguments.of(Hindrance.REQUIRED, Given.tenant("optional").heldTo(Method.TOTP)),
                Arguments.of(
                        Hindrance.DATA_ROOM,
                        Given.tenant("optional").room("Falcon", ENFORCED).numberFor("Falcon")),
                Arguments.of(Hindrance.SET_FOR_USER, Given.tenant("optional").numberFor("Falcon")));
    }

    @ParameterizedTest(name = "T2 reports the most important reason why users may not remove a factor: {0}")
    @MethodSource("hindrances")
    void reason(Hindrance expected, Given given) {
        assertEquals(
                Optional.of(expected),
                SelfService.hindrance(given.own(Method.TOTP).facts()));
    }

    @Test
    @DisplayName("C1 C2 lets users set up methods that the tenant offers if it is on")
    void setUp() {
        TenantPolicy sms = TestPolicies.tenant("twoFactor.methods=sms");
        TenantPolicy administered = TestPolicies.tenant("twoFactor.selfService=false");

        assertTrue(SelfService.maySetUp(sms, Method.SMS));
        assertFalse(SelfService.maySetUp(sms, Method.TOTP));
        assertFalse(SelfService.maySetUp(administered, Method.TOTP));
    }
}
