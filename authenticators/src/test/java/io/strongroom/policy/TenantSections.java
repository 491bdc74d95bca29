package io.strongroom.policy;

import io.strongroom.policy.PolicyPage.Part;
import java.time.Duration;
import java.util.List;

/** The sections of {@code docs/policy.md} on the tenant's rule. */
final class TenantSections {

    private static final List<Part> ROLES = List.of(
            new Part("", given -> given),
            new Part("requires", Given::roleRequires),
            new Part("exempts", Given::roleExempts));

    private final PolicyPage page;

    TenantSections(PolicyPage page) {
        this.page = page;
    }

    void tenants() {
        page.section(
                "All combinations of the tenant's rule",
                "enforcement",
                "methods",
                "the user has",
                "a role",
                "the user");
        for (String enforcement : List.of("off", "optional", "required")) {
            for (String methods : List.of("sms", "totp", "totp,sms")) {
                for (Part own : PolicyPage.OWN_FACTORS) {
                    for (Part role : ROLES) {
                        Given given = Given.tenant(enforcement).with("methods", methods);
                        String then =
                                role.change().apply(own.change().apply(given)).then();
                        page.row(enforcement, methods, own.text(), role.text(), then);
                    }
                }
            }
        }
    }

    private static Given requiredSms() {
        return Given.tenant("required").with("methods", "sms").own(Method.SMS);
    }

    void meetingTheRule() {
        page.section("When the rule of a tenant that requires SMS is met", "situation", "the user");
        page.row("passed nothing", requiredSms().then());
        page.row(
                "passed the number", requiredSms().passed(Method.SMS, "own-sms").then());
        page.row(
                "passed a number that has been removed since",
                requiredSms().passed(Method.SMS, "gone").then());
        page.row(
                "passed an app",
                requiredSms().own(Method.TOTP).passed(Method.TOTP, "own-totp").then());
        page.row("passed a backup code", requiredSms().passedBackupCode().then());
        page.row(
                "passed a backup code, but has no factor",
                Given.tenant("required")
                        .with("methods", "sms")
                        .passedBackupCode()
                        .then());
        page.row("uses a remembered browser", requiredSms().rememberedBrowser().then());
        page.row(
                "comes from a trusted identity provider",
                requiredSms().trustedProvider().then());
        page.row(
                "comes from a trusted identity provider that was linked with the password alone",
                requiredSms().trustedProviderByUnprovenLink().then());
        page.row(
                "the same, and the only factor is an app",
                Given.tenant("required")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "the same, and passed the app",
                Given.tenant("required")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .passed(Method.TOTP, "own-totp")
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "linked with the password alone, and the number can't be used",
                Given.tenant("required")
                        .with("methods", "sms")
                        .numberThatCannotBeUsed()
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "linked with the password alone, and has no factor",
                Given.tenant("required")
                        .with("methods", "sms")
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "passed the number 29 minutes ago, `maxAgeMinutes=30`",
                requiredSms()
                        .with("maxAgeMinutes", "30")
                        .passed(Method.SMS, "own-sms", Duration.ofMinutes(29))
                        .then());
        page.row(
                "passed the number 30 minutes ago, `maxAgeMinutes=30`",
                requiredSms()
                        .with("maxAgeMinutes", "30")
                        .passed(Method.SMS, "own-sms", Duration.ofMinutes(30))
                        .then());
        page.row(
                "passed the number a week ago, no `maxAgeMinutes`",
                requiredSms().passed(Method.SMS, "own-sms", Duration.ofDays(7)).then());
        page.row(
                "passed the number, but the tenant has changed to TOTP",
                Given.tenant("required")
                        .with("methods", "totp")
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .then());
        page.row(
                "passed nothing, and the tenant has a value that is not allowed: `enforcement=on`",
                Given.tenant("on").own(Method.SMS).then());
        page.row(
                "the tenant is `off`, but the application asks for a second factor",
                Given.tenant("off").own(Method.SMS).applicationAsks().then());
        page.row(
                "the same, in a remembered browser",
                Given.tenant("off")
                        .own(Method.SMS)
                        .rememberedBrowser()
                        .applicationAsks()
                        .then());
        page.row(
                "the same, and the user has no factor",
                Given.tenant("off").applicationAsks().then());
        page.row(
                "the same, and self-service is off",
                Given.tenant("off")
                        .with("selfService", "false")
                        .applicationAsks()
                        .then());
        page.row(
                "the tenant is `off` and accepts SMS, the application asks, and the user has an app",
                Given.tenant("off")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .applicationAsks()
                        .then());
    }

    private static Given newUser() {
        return Given.tenant("required").with("methods", "totp");
    }

    void grace() {
        page.section(
                "Grace: a user without a factor, in a tenant that requires TOTP (today is 2026-11-22)",
                "situation",
                "the user");
        page.row("no grace, chose later", newUser().choseLater().then());
        page.row("7 days, first login", newUser().with("graceDays", "7").then());
        page.row(
                "7 days, first login, chose later",
                newUser().with("graceDays", "7").choseLater().then());
        page.row(
                "7 days, first login 6 days ago, chose later",
                graceOfSeven(6).choseLater().then());
        page.row(
                "7 days, first login 7 days ago, chose later",
                graceOfSeven(7).choseLater().then());
        page.row(
                "until 2026-11-22, chose later",
                newUser().with("graceUntil", "2026-11-22").choseLater().then());
        page.row(
                "until 2026-11-21, chose later",
                newUser().with("graceUntil", "2026-11-21").choseLater().then());
        page.row(
                "until `soon`, which is not a date, chose later",
                newUser().with("graceUntil", "soon").choseLater().then());
        page.row(
                "7 days and until 2026-11-21, chose later (the earlier end applies)",
                newUser()
                        .with("graceDays", "7")
                        .with("graceUntil", "2026-11-21")
                        .choseLater()
                        .then());
        page.row(
                "7 days, but the user has an app, chose later",
                newUser().with("graceDays", "7").own(Method.TOTP).choseLater().then());
        page.row(
                "7 days, but a data room enforces, chose later",
                newUser()
                        .with("graceDays", "7")
                        .room("Falcon", RoomSections.rule("true", "sms", "enrol"))
                        .choseLater()
                        .then());
    }

    private static Given graceOfSeven(int daysAgo) {
        return newUser().with("graceDays", "7").graceStarted(Duration.ofDays(daysAgo));
    }
}
