package io.strongroom.policy;

import static io.strongroom.policy.TestPolicies.ENFORCED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("X11 An administrator who acts as a user")
class ImpersonationRuleTest {

    private static Given tenant(String enforcement, String setting) {
        return Given.tenant(enforcement).with("impersonation", setting).impersonated();
    }

    private static List<Given> asked(String setting) {
        return List.of(
                tenant("required", setting).own(Method.SMS),
                tenant("required", setting),
                tenant("optional", setting).own(Method.TOTP),
                tenant("optional", setting).roleRequires(),
                tenant("off", setting).room("Falcon", ENFORCED).numberFor("Falcon"),
                tenant("off", setting).room("Falcon", ENFORCED));
    }

    @ParameterizedTest(
            name = "is refused with impersonation \"{0}\" and neither asked for a factor nor led to set one up")
    @ValueSource(strings = {"refuse", "nonsense"})
    void refused(String setting) {
        for (Given user : asked(setting)) {
            Decision decision = PolicyEvaluator.decide(user.facts());

            assertEquals(
                    List.of(Reason.IMPERSONATED),
                    decision.open().stream().map(Clause::reason).toList());
            assertEquals(new Clause.Refuse(), decision.open().get(0).way());
            assertEquals(Optional.empty(), decision.letIn());
        }
    }

    @Test
    @DisplayName("is let in if the tenant allows it, and the decision records the reason")
    void allowed() {
        for (Given user : asked("allow")) {
            assertEquals("enters: IMPERSONATED", user.then());
        }
    }

    @Test
    @DisplayName("is let in if the user is not asked, or could postpone the set-up")
    void unasked() {
        assertEquals("enters", tenant("off", "refuse").then());
        assertEquals("enters", tenant("required", "refuse").roleExempts().then());
        assertEquals(
                "enters", tenant("required", "refuse").with("graceDays", "5").then());
    }

    @Test
    @DisplayName("security 20: can't change factors, whatever the tenant allows and whether or not the user has any")
    void changesNothing() {
        for (String setting : List.of("refuse", "allow")) {
            assertEquals(
                    "is refused", tenant("off", setting).settingUp(Method.TOTP).then());
            assertEquals("is refused", tenant("off", setting).removingAFactor().then());
            assertEquals(
                    "is refused", tenant("off", setting).toSetUp(Method.SMS).then());
            assertEquals(
                    "is refused",
                    tenant("off", setting)
                            .own(Method.SMS)
                            .passed(Method.SMS, "own-sms")
                            .settingUp(Method.TOTP)
                            .then());
            assertFalse(PolicyEvaluator.hasNothingToPass(tenant("off", setting).facts()));
        }
    }

    @Test
    @DisplayName("X7 is refused if an application asks for a factor, because it would take the login for a passed one")
    void applications() {
        assertEquals(
                "is refused",
                tenant("off", "allow").own(Method.SMS).applicationAsks().then());
        assertEquals(
                "is refused for Falcon",
                tenant("off", "allow")
                        .requestedRoom("Falcon", ENFORCED)
                        .numberFor("Falcon")
                        .then());
        assertFalse(PolicyEvaluator.isSecondFactorPassed(
                tenant("required", "allow").own(Method.SMS).facts()));
    }
}
