package io.strongroom.policy;

import static io.strongroom.policy.Methods.PASSKEY;
import static io.strongroom.policy.Methods.SECURITY_KEY;

/** The part of {@code docs/policy.md} about the strength of factors. */
final class StrengthSection {

    private final PolicyPage page;

    StrengthSection(PolicyPage page) {
        this.page = page;
    }

    void strength() {
        page.section("Passkeys, security keys and roles", "methods", "situation", "the user");
        row(
                "passkey,sms",
                "signs in with a passkey",
                tenant("passkey,sms").passkey().passedPasskey());
        row(
                "security-key",
                "signs in with a passkey",
                tenant("security-key").passkey().passedPasskey());
        row("passkey", "passed a passkey without user verification", unverified("passkey"));
        row(
                "security-key",
                "passed a passkey without user verification, after the password",
                unverified("security-key"));
        row(
                "sms",
                "has a number, and signs in with a passkey",
                withNumber("sms").passkey().passedPasskey());
        row("passkey", "passed a backup code", tenant("passkey").passkey().passedBackupCode());
        row(
                "passkey,totp",
                "passed a backup code",
                tenant("passkey,totp").passkey().passedBackupCode());
        row("passkey", "uses a remembered browser", tenant("passkey").passkey().rememberedBrowser());
        row("passkey", "has a number and passed it", passed("passkey"));
        row("sms; the role: passkey", "has a number", owner());
        row("sms; the role: passkey", "has a number and passed it", owner().passed(Method.SMS, "own-sms"));
        row("sms; the role: passkey", "the same, `selfService=false`", owner().with("selfService", "false"));
        row(
                "sms; the role: passkey",
                "comes from a trusted identity provider",
                owner().passkey().trustedProvider());
        row(
                "sms; the role: passkey",
                "the same, and its token says `hwk`",
                owner().passkey().trustedProviderWithKey());
        row("passkey,sms", "passed the number, and the application asks for `acr` 3", asked("passkey,sms"));
        row(
                "passkey,sms",
                "the same without a passkey, `selfService=false`",
                passed("passkey,sms").applicationAsksForKey().with("selfService", "false"));
        row("sms", "passed the number, and the application asks for `acr` 3", asked("sms"));
    }

    private void row(String methods, String situation, Given given) {
        page.row(methods, situation, given.then());
    }

    private static Given tenant(String methods) {
        return Given.tenant("required").with("methods", methods);
    }

    private static Given unverified(String methods) {
        return tenant(methods).passkey().passed(SECURITY_KEY, "passkey");
    }

    private static Given withNumber(String methods) {
        return tenant(methods).own(Method.SMS);
    }

    private static Given passed(String methods) {
        return withNumber(methods).passed(Method.SMS, "own-sms");
    }

    private static Given owner() {
        return withNumber("sms").heldTo(PASSKEY);
    }

    private static Given asked(String methods) {
        Given given = passed(methods).applicationAsksForKey();
        return methods.contains("passkey") ? given.passkey() : given;
    }
}
