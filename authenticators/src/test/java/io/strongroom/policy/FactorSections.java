package io.strongroom.policy;

import java.util.List;

/** The sections of {@code docs/policy.md} on numbers that can't be used and on changes of factors. */
final class FactorSections {

    private final PolicyPage page;

    FactorSections(PolicyPage page) {
        this.page = page;
    }

    void unusable() {
        page.section("A stored number can't be read (an administrator has to fix it)", "situation", "the user");
        page.row("the tenant requires SMS", unusable("required").then());
        page.row("a factor is optional in the tenant", unusable("optional").then());
        page.row(
                "the tenant requires SMS, and the user also has an app",
                unusable("required").own(Method.TOTP).then());
        for (String without : List.of("enrol", "allow", "refuse")) {
            page.row(
                    "a data room enforces, `withoutNumber=" + without + "`",
                    unusable("off")
                            .room("Falcon", RoomSections.rule("true", "sms", without))
                            .then());
        }
        page.row(
                "a data room enforces, and the user also has a number for it",
                unusable("off")
                        .room("Falcon", RoomSections.rule("true", "sms", "allow"))
                        .numberFor("Falcon")
                        .then());
    }

    void unusableInProfile() {
        page.section(
                "A number in the profile, written by a directory or an administrator, can't be read",
                "situation",
                "the user");
        page.row("the tenant requires SMS", unusableInProfile("required").then());
        page.row(
                "the tenant requires TOTP or SMS",
                unusableInProfile("required").with("methods", "totp,sms").then());
        page.row(
                "the tenant requires SMS, and the user has set up another number",
                unusableInProfile("required").own(Method.SMS).then());
        page.row(
                "a factor is optional in the tenant",
                unusableInProfile("optional").then());
        page.row(
                "the same, and the user wants to set up a number",
                unusableInProfile("optional").settingUp(Method.SMS).then());
        page.row(
                "a data room enforces, `withoutNumber=allow`",
                unusableInProfile("off")
                        .room("Falcon", RoomSections.rule("true", "sms", "allow"))
                        .then());
    }

    private static Given unusableInProfile(String enforcement) {
        return Given.tenant(enforcement).with("methods", "sms").profileNumberThatCannotBeUsed();
    }

    private static Given unusable(String enforcement) {
        return Given.tenant(enforcement).with("methods", "sms").numberThatCannotBeUsed();
    }

    private static Given user() {
        return Given.tenant("off").with("methods", "totp,sms");
    }

    void changes() {
        page.section("Users change their own factors, in a tenant that is `off`", "situation", "the user");
        page.row("sets up an app, has no factor", user().settingUp(Method.TOTP).then());
        page.row(
                "sets up an app, has a number",
                user().own(Method.SMS).settingUp(Method.TOTP).then());
        page.row(
                "sets up an app, has a room's number",
                user().numberFor("Falcon").settingUp(Method.TOTP).then());
        page.row(
                "sets up an app, has a number and passed it",
                user().own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .settingUp(Method.TOTP)
                        .then());
        page.row("removes a factor", user().own(Method.SMS).removingAFactor().then());
        page.row(
                "sets up an app, but self-service is off",
                user().with("selfService", "false").settingUp(Method.TOTP).then());
        page.row(
                "sets up an app, but the tenant accepts SMS only",
                Given.tenant("off")
                        .with("methods", "sms")
                        .settingUp(Method.TOTP)
                        .then());
        page.row(
                "an administrator or a flow asks for set-up of an app, self-service is off",
                user().with("selfService", "false").toSetUp(Method.TOTP).then());
        page.row(
                "the same, and the user has a number and a remembered browser",
                user().with("selfService", "false")
                        .own(Method.SMS)
                        .rememberedBrowser()
                        .toSetUp(Method.TOTP)
                        .then());
    }
}
