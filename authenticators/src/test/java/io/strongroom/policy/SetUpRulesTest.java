package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("security 20: The factors to pass before factors are set up or changed")
class SetUpRulesTest {

    private static Given user() {
        return Given.tenant("off").with("methods", "sms");
    }

    @Test
    @DisplayName("include another factor if an application asks before setting up one of the strategy")
    void application() {
        Given user = user().own(Method.TOTP).applicationAsks();

        assertEquals("is asked: own-totp", user.then());
        assertEquals("must set up: sms", user.passed(Method.TOTP, "own-totp").then());
    }

    @Test
    @DisplayName("C2 allow only a factor that a rule requires if an application asks and self-service is off")
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
    @DisplayName("C2 X7 allow no key beside an accepted factor if an application asks for one and self-service is off")
    void administeredKey() {
        Given user = Given.tenant("required")
                .with("methods", "passkey,sms")
                .with("selfService", "false")
                .own(Method.SMS)
                .passed(Method.SMS, "own-sms");

        assertEquals("enters", user.then());
        assertEquals("is refused", user.applicationAsksForKey().then());
    }

    @Test
    @DisplayName("include an unreadable number, which can't be bypassed for an application or for a change")
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
    @DisplayName("block a request that can't ask for a factor, unless there is nothing to pass")
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
            "include the user's factor, but need no self-service, if an administrator or a flow asks for the set-up")
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
    @DisplayName("are not replaced by a remembered browser, a trusted provider or an exemption")
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
    @DisplayName("do not include an unreadable number in the profile if no rule applies")
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
