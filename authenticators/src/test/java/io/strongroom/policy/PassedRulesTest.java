package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.ENFORCED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X7 The rules that tokens report as met")
class PassedRulesTest {

    private static boolean isMet(Given given) {
        Facts facts = given.facts();
        return PolicyEvaluator.isMet(facts, facts.rooms().get(0));
    }

    @Test
    @DisplayName("include a data room's rule after its number was passed")
    void enforced() {
        Given member = Given.tenant("off").room("Falcon", ENFORCED).numberFor("Falcon");

        assertFalse(isMet(member));
        assertTrue(isMet(member.passed(Method.SMS, "number-Falcon")));
    }

    @Test
    @DisplayName("always include a data room's rule for its administrators, and for all members if it enforces nothing")
    void asksNobody() {
        assertTrue(isMet(Given.tenant("off").administeredRoom("Falcon", ENFORCED)));
        assertTrue(isMet(Given.tenant("off").room("Falcon", Map.of())));
    }

    @Test
    @DisplayName("include a second factor if the user still has it and passed it recently enough")
    void secondFactor() {
        Given user = Given.tenant("off").own(Method.TOTP).with("maxAgeMinutes", "5");

        assertFalse(PolicyEvaluator.isSecondFactorPassed(user.facts()));
        assertFalse(PolicyEvaluator.isSecondFactorPassed(
                user.passed(Method.TOTP, "own-totp", Duration.ofMinutes(6)).facts()));
        assertFalse(PolicyEvaluator.isSecondFactorPassed(
                user.passed(Method.TOTP, "removed").facts()));
        assertTrue(PolicyEvaluator.isSecondFactorPassed(
                user.passed(Method.TOTP, "own-totp").facts()));
    }

    @Test
    @DisplayName("find methods by their credential types")
    void types() {
        for (Method method : Method.values()) {
            assertEquals(Optional.of(method), Method.ofCredentialType(method.credentialType()));
        }
        assertEquals(Optional.empty(), Method.ofCredentialType("password"));
    }

    @Test
    @DisplayName("X5 count grace from the first login only if days are set")
    void grace() {
        assertFalse(TestPolicies.tenant().grace().countsFromFirstLogin());
        assertTrue(TestPolicies.tenant("twoFactor.graceDays=1").grace().countsFromFirstLogin());
    }
}
