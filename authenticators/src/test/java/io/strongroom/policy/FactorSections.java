package io.strongroom.policy;

import java.util.List;

/** What becomes of a user's factors: those that cannot be used, and those that are changed. */
final class FactorSections {
    private final PolicyPage page;

    FactorSections(PolicyPage page) {
        this.page = page;
    }

    void unusable() {
        page.section("A number is stored that can't be read: an administrator has to mend it", "the case", "the user");
        page.row("the tenant requires SMS", broken("required").then());
        page.row("the tenant leaves it optional", broken("optional").then());
        page.row(
                "the tenant requires it, and the user has an app too",
                broken("required").own(Method.TOTP).then());
        for (String without : List.of("enrol", "allow", "refuse")) {
            page.row(
                    "a data room, without number: " + without,
                    broken("off")
                            .room("Falcon", RoomSections.rule("true", "sms", without))
                            .then());
        }
        page.row(
                "a data room, and another number",
                broken("off")
                        .room("Falcon", RoomSections.rule("true", "sms", "allow"))
                        .numberFor("Falcon")
                        .then());
    }

    void unusableInProfile() {
        page.section(
                "A number of the profile, kept by a directory or an administrator, can't be read",
                "the case",
                "the user");
        page.row("the tenant requires SMS", inProfile("required").then());
        page.row(
                "the tenant requires TOTP or SMS",
                inProfile("required").with("methods", "totp,sms").then());
        page.row(
                "the tenant requires SMS, and the user has a number of their own",
                inProfile("required").own(Method.SMS).then());
        page.row("the tenant leaves it optional", inProfile("optional").then());
        page.row(
                "the same, and the user sets up a number",
                inProfile("optional").settingUp(Method.SMS).then());
        page.row(
                "a data room, without number: allow",
                inProfile("off")
                        .room("Falcon", RoomSections.rule("true", "sms", "allow"))
                        .then());
    }

    private static Given inProfile(String enforcement) {
        return Given.tenant(enforcement).with("methods", "sms").profileNumberThatCannotBeUsed();
    }

    private static Given broken(String enforcement) {
        return Given.tenant(enforcement).with("methods", "sms").numberThatCannotBeUsed();
    }

    private static Given optional() {
        return Given.tenant("off").with("methods", "totp,sms");
    }

    void changes() {
        page.section("Changing one's own factors, in a tenant that is `off`", "the case", "the user");
        page.row(
                "sets up an app, has nothing", optional().settingUp(Method.TOTP).then());
        page.row(
                "sets up an app, has a number",
                optional().own(Method.SMS).settingUp(Method.TOTP).then());
        page.row(
                "sets up an app, has a room's number",
                optional().numberFor("Falcon").settingUp(Method.TOTP).then());
        page.row(
                "the same, the number passed",
                optional()
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .settingUp(Method.TOTP)
                        .then());
        page.row(
                "removes a factor", optional().own(Method.SMS).removingAFactor().then());
        page.row(
                "self-service is off",
                optional().with("selfService", "false").settingUp(Method.TOTP).then());
        page.row(
                "the method is not the tenant's",
                Given.tenant("off")
                        .with("methods", "sms")
                        .settingUp(Method.TOTP)
                        .then());
        page.row(
                "an administrator or a flow wants an app set up, self-service is off",
                optional().with("selfService", "false").toSetUp(Method.TOTP).then());
        page.row(
                "the same, has a number, in a browser that is remembered",
                optional()
                        .with("selfService", "false")
                        .own(Method.SMS)
                        .rememberedBrowser()
                        .toSetUp(Method.TOTP)
                        .then());
    }
}
