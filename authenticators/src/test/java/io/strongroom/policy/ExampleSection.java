package io.strongroom.policy;

import java.util.Map;

/** The worked example of {@code docs/policy.md}: one tenant, one data room, three users. */
final class ExampleSection {

    private static final Map<String, String> FALCON = RoomSections.rule("true", "sms", "enrol");

    private final PolicyPage page;

    ExampleSection(PolicyPage page) {
        this.page = page;
    }

    void example() {
        page.heading("Example");
        page.paragraphs("""
                The tenant Acme has `enforcement=optional` and `methods=totp,sms`. Its data room Falcon has `enforced=true`,
                `methods=sms` and `withoutNumber=enrol`. Three users log in:

                - Anna is a member of Falcon. An administrator set a number for her in this room. She also set up an authenticator app.
                - Ben administers Falcon. He set up an authenticator app.
                - Carla is a member of Falcon. She has no factor.

                """);
        page.table("user", "situation", "the user", "why");
        page.row(
                "Anna",
                "logs in with her password",
                anna().then(),
                "Falcon enforces, and accepts only the number that was set for her in this room.");
        page.row(
                "Anna",
                "has entered the code",
                anna().passed(Method.SMS, "number-Falcon").then(),
                "The number is an SMS factor, so it also meets the tenant's rule.");
        page.row(
                "Anna",
                "uses a remembered browser",
                anna().rememberedBrowser().then(),
                "A remembered browser meets the tenant's rule, but never a data room's.");
        page.row(
                "Ben",
                "logs in with his password",
                ben().then(),
                "Falcon does not ask its administrators. The tenant asks him, because he set up a factor.");
        page.row(
                "Ben",
                "uses a remembered browser",
                ben().rememberedBrowser().then(),
                "Only the tenant's rule applies to him, and the browser meets it.");
        page.row(
                "Carla",
                "logs in with her password",
                carla().then(),
                "Falcon enforces, she has no factor, and `withoutNumber` is `enrol`.");
        page.row(
                "Carla",
                "has set up her number",
                carla().own(Method.SMS).passed(Method.SMS, "own-sms").then(),
                "Set-up includes entering a code, so she passed the new factor in this login.");
        page.paragraphs("""

                In all tables of this page, `own-sms` and `own-totp` are a number and an authenticator app that the user set up.
                `number-Falcon` is a number that an administrator set for the user in Falcon.
                """);
    }

    private static Given acme() {
        return Given.tenant("optional").with("methods", "totp,sms");
    }

    private static Given anna() {
        return acme().room("Falcon", FALCON).numberFor("Falcon").own(Method.TOTP);
    }

    private static Given ben() {
        return acme().administeredRoom("Falcon", FALCON).own(Method.TOTP);
    }

    private static Given carla() {
        return acme().room("Falcon", FALCON);
    }
}
