package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("X15 A part of an organization's policy")
class PolicyPartTest {

    private static final TenantPolicy REALM = TenantPolicy.parse(name -> null);

    private static final List<Map<String, String>> POLICIES = List.of(
            Map.of(
                    "twoFactor.enforcement", "required",
                    "twoFactor.methods", "totp",
                    "twoFactor.graceDays", "7",
                    "twoFactor.graceUntil", "2027-01-31",
                    "twoFactor.exemptRoles", "guest",
                    "twoFactor.requiredRoles", "staff",
                    "twoFactor.maxAgeMinutes", "60"),
            Map.of(
                    "twoFactor.enforcement", "on",
                    "twoFactor.methods", "banana",
                    "twoFactor.graceDays", "never",
                    "twoFactor.graceUntil", "2027-01-31",
                    "twoFactor.exemptRoles", ",",
                    "twoFactor.requiredRoles", "",
                    "twoFactor.maxAgeMinutes", "-1"));

    static Stream<PolicyPart<?>> parts() {
        return Stream.of(
                PolicyPart.ENFORCEMENT,
                PolicyPart.METHODS,
                PolicyPart.GRACE,
                PolicyPart.EXEMPT_ROLES,
                PolicyPart.REQUIRED_ROLES);
    }

    @ParameterizedTest(name = "depends only on its attributes: {0}")
    @MethodSource("parts")
    void independent(PolicyPart<?> part) {
        for (Map<String, String> policy : POLICIES) {
            Map<String, String> own = new HashMap<>(policy);
            own.keySet().retainAll(part.attributes());

            assertEquals(read(part, policy), read(part, own), policy::toString);
        }
        assertNotEquals(read(part, POLICIES.get(0)), read(part, Map.of()));
    }

    private static Object read(PolicyPart<?> part, Map<String, String> attributes) {
        return part.of()
                .apply(new OrganizationRule("acme", attributes).in(REALM).policy());
    }
}
