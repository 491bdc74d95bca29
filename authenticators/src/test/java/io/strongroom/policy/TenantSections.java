package io.strongroom.policy;

import io.strongroom.policy.PolicyPage.Part;
import java.time.Duration;
import java.util.List;

/** What the tenant asks, and what closes it. */
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
        page.section("What the tenant asks", "enforcement", "methods", "the user has", "a role", "the user");
        for (String enforcement : List.of("off", "optional", "required")) {
            for (String methods : List.of("sms", "totp", "totp,sms")) {
                for (Part own : PolicyPage.OWN_FACTORS) {
                    for (Part role : ROLES) {
                        Given given = Given.tenant(enforcement).with("methods", methods);
                        String then = role.of().apply(own.of().apply(given)).then();
                        page.row(enforcement, methods, own.words(), role.words(), then);
                    }
                }
            }
        }
    }

    private static Given requiredSms() {
        return Given.tenant("required").with("methods", "sms").own(Method.SMS);
    }

    void whatCloses() {
        page.section("What closes the clause of a tenant that requires SMS", "the case", "the user");
        page.row("nothing passed", requiredSms().then());
        page.row(
                "the number passed", requiredSms().passed(Method.SMS, "own-sms").then());
        page.row(
                "a number passed that the user no longer has",
                requiredSms().passed(Method.SMS, "gone").then());
        page.row(
                "an app passed",
                requiredSms().own(Method.TOTP).passed(Method.TOTP, "own-totp").then());
        page.row("a backup code passed", requiredSms().passedBackupCode().then());
        page.row(
                "a backup code passed, but no factor set up",
                Given.tenant("required")
                        .with("methods", "sms")
                        .passedBackupCode()
                        .then());
        page.row("a remembered browser", requiredSms().rememberedBrowser().then());
        page.row("a trusted identity provider", requiredSms().trustedProvider().then());
        page.row(
                "a trusted identity provider, linked with the password alone",
                requiredSms().trustedProviderByUnprovenLink().then());
        page.row(
                "the same, by a user whose only factor is of another method",
                Given.tenant("required")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "the same, after that one was passed",
                Given.tenant("required")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .passed(Method.TOTP, "own-totp")
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "the same, by a user with a number that can't be used",
                Given.tenant("required")
                        .with("methods", "sms")
                        .numberThatCannotBeUsed()
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "the same, by a user who has no factor",
                Given.tenant("required")
                        .with("methods", "sms")
                        .trustedProviderByUnprovenLink()
                        .then());
        page.row(
                "passed 29 minutes ago, 30 allowed",
                requiredSms()
                        .with("maxAgeMinutes", "30")
                        .passed(Method.SMS, "own-sms", Duration.ofMinutes(29))
                        .then());
        page.row(
                "passed 30 minutes ago, 30 allowed",
                requiredSms()
                        .with("maxAgeMinutes", "30")
                        .passed(Method.SMS, "own-sms", Duration.ofMinutes(30))
                        .then());
        page.row(
                "passed a week ago, any age allowed",
                requiredSms().passed(Method.SMS, "own-sms", Duration.ofDays(7)).then());
        page.row(
                "the strategy was changed to TOTP",
                Given.tenant("required")
                        .with("methods", "totp")
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .then());
        page.row(
                "a value that is not allowed: `enforcement=on`",
                Given.tenant("on").own(Method.SMS).then());
        page.row(
                "the application asks for a second factor, tenant off",
                Given.tenant("off").own(Method.SMS).applicationAsks().then());
        page.row(
                "the same in a remembered browser",
                Given.tenant("off")
                        .own(Method.SMS)
                        .rememberedBrowser()
                        .applicationAsks()
                        .then());
        page.row(
                "the application asks, nothing set up",
                Given.tenant("off").applicationAsks().then());
        page.row(
                "the same, where administrators manage factors",
                Given.tenant("off")
                        .with("selfService", "false")
                        .applicationAsks()
                        .then());
        page.row(
                "the application asks, an app is set up, the strategy is SMS",
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
        page.section("Grace, for a user without a factor (today is 2026-11-22)", "the case", "the user");
        page.row("none", newUser().choseLater().then());
        page.row("7 days, first login", newUser().with("graceDays", "7").then());
        page.row(
                "7 days, first login, chose later",
                newUser().with("graceDays", "7").choseLater().then());
        page.row(
                "7 days, told 6 days ago, chose later",
                graceOfSeven(6).choseLater().then());
        page.row(
                "7 days, told 7 days ago, chose later",
                graceOfSeven(7).choseLater().then());
        page.row(
                "until 2026-11-22, chose later",
                newUser().with("graceUntil", "2026-11-22").choseLater().then());
        page.row(
                "until 2026-11-21, chose later",
                newUser().with("graceUntil", "2026-11-21").choseLater().then());
        page.row(
                "until `soon`, which is no date, chose later",
                newUser().with("graceUntil", "soon").choseLater().then());
        page.row(
                "7 days and until 2026-11-21: the first to end",
                newUser()
                        .with("graceDays", "7")
                        .with("graceUntil", "2026-11-21")
                        .choseLater()
                        .then());
        page.row(
                "7 days, but a factor is set up, chose later",
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
        return newUser().with("graceDays", "7").toldBefore(Duration.ofDays(daysAgo));
    }
}
