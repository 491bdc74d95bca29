package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("X7 What a token may say")
class PassedRulesTest {

    private static final Map<String, String> ENFORCED = Map.of("twoFactor.enforced", "true");

    private static boolean isMet(Given given) {
        Facts facts = given.facts();
        return PolicyEvaluator.isMet(facts, facts.rooms().get(0));
    }

    @Test
    @DisplayName("a data room is met once its number was passed, and not before")
    void enforced() {
        Given member = Given.tenant("off").room("Falcon", ENFORCED).numberFor("Falcon");

        assertFalse(isMet(member));
        assertTrue(isMet(member.passed(Method.SMS, "number-Falcon")));
    }

    @Test
    @DisplayName("a data room is met by who administers it, and one that enforces nothing by everybody")
    void asksNobody() {
        assertTrue(isMet(Given.tenant("off").room("Falcon", ENFORCED, true, false)));
        assertTrue(isMet(Given.tenant("off").room("Falcon", Map.of())));
    }

    @Test
    @DisplayName("a second factor was passed where one that the user has, and not too long ago")
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
    @DisplayName("methods are known by their credential types")
    void types() {
        for (Method method : Method.values()) {
            assertEquals(Optional.of(method), Method.ofCredentialType(method.credentialType()));
        }
        assertEquals(Optional.empty(), Method.ofCredentialType("password"));
    }

    @Test
    @DisplayName("X5 grace counts from the first login only where days are set")
    void grace() {
        assertFalse(TestPolicies.tenant().grace().countsFromFirstLogin());
        assertTrue(TestPolicies.tenant("twoFactor.graceDays=1").grace().countsFromFirstLogin());
    }
}
