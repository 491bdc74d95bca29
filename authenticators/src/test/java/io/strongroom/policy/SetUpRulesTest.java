package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 20 What has to be passed before factors are set up or changed")
class SetUpRulesTest {

    private static Given user() {
        return Given.tenant("off").with("methods", "sms");
    }

    @Test
    @DisplayName("an application that asks has the user's other factor passed before one of the strategy is set up")
    void application() {
        Given user = user().own(Method.TOTP).applicationAsks();

        assertEquals("is asked: own-totp", user.then());
        assertEquals("must set up: sms", user.passed(Method.TOTP, "own-totp").then());
    }

    @Test
    @DisplayName(
            "C2 an application that asks sets up nothing where administrators manage factors, but what a rule demands")
    void administered() {
        assertEquals(
                "is refused",
                user().with("selfService", "false").applicationAsks().then());
        assertEquals(
                "must set up: sms",
                Given.tenant("required")
                        .with("methods", "sms")
                        .with("selfService", "false")
                        .trustedProvider()
                        .applicationAsks()
                        .then());
    }

    @Test
    @DisplayName("a number that can't be read is not passed by, neither for an application nor for a change")
    void unusable() {
        assertEquals(
                "is refused", user().numberThatCannotBeUsed().applicationAsks().then());
        assertEquals(
                "is refused",
                user().numberThatCannotBeUsed().settingUp(Method.SMS).then());
        assertEquals(
                "is refused", user().numberThatCannotBeUsed().removingAFactor().then());
    }

    @Test
    @DisplayName("a request that cannot ask changes something only where nothing is left to be passed")
    void unasked() {
        assertTrue(PolicyEvaluator.hasNothingToPass(user().facts()));
        assertFalse(PolicyEvaluator.hasNothingToPass(user().own(Method.TOTP).facts()));
        assertTrue(PolicyEvaluator.hasNothingToPass(
                user().own(Method.TOTP).passed(Method.TOTP, "own-totp").facts()));
        assertFalse(
                PolicyEvaluator.hasNothingToPass(user().numberThatCannotBeUsed().facts()));
    }

    @Test
    @DisplayName(
            "what an administrator or a flow wants set up needs no self-service, but the user's factor all the same")
    void pending() {
        Given user = user().with("selfService", "false").toSetUp(Method.TOTP);

        assertEquals("enters", user.then());
        assertEquals("is asked: own-sms", user.own(Method.SMS).then());
        assertEquals("enters", user.passed(Method.SMS, "own-sms").then());
        assertEquals(
                "is refused",
                user().numberThatCannotBeUsed().toSetUp(Method.SMS).then());
    }

    @Test
    @DisplayName(
            "a remembered browser, a trusted provider and an exemption do not replace the factor before one is set up")
    void pendingInFull() {
        for (Given user : List.of(
                Given.tenant("required").rememberedBrowser(),
                Given.tenant("required").trustedProvider(),
                Given.tenant("required").roleExempts())) {
            assertEquals(
                    "is asked: own-sms",
                    user.own(Method.SMS).toSetUp(Method.TOTP).then());
        }
    }

    @Test
    @DisplayName("a number of the profile that nobody can read is nothing to pass where no rule asks")
    void onlyUnreadable() {
        Given optional = Given.tenant("optional").profileNumberThatCannotBeUsed();

        assertTrue(PolicyEvaluator.hasOnlyUnreadableNumber(optional.facts()));
        assertFalse(PolicyEvaluator.hasOnlyUnreadableNumber(
                Given.tenant("required").profileNumberThatCannotBeUsed().facts()));
        assertFalse(PolicyEvaluator.hasOnlyUnreadableNumber(Given.tenant("optional")
                .profileNumberThatCannotBeUsed()
                .roleRequires()
                .facts()));
        assertFalse(PolicyEvaluator.hasOnlyUnreadableNumber(
                Given.tenant("optional").numberThatCannotBeUsed().facts()));
        assertFalse(PolicyEvaluator.hasOnlyUnreadableNumber(Given.tenant("optional")
                .profileNumberThatCannotBeUsed()
                .own(Method.TOTP)
                .facts()));
    }
}
