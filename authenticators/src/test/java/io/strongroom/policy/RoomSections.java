package io.strongroom.policy;

import io.strongroom.policy.PolicyPage.Part;
import java.util.List;
import java.util.Map;

/** The sections of {@code docs/policy.md} on data rooms: one, several, and one in a tenant that also asks. */
final class RoomSections {

    private final PolicyPage page;

    RoomSections(PolicyPage page) {
        this.page = page;
    }

    void rooms() {
        page.section(
                "All combinations of a data room's rule, in a tenant that is `off`",
                "enforced",
                "methods",
                "without number",
                "the user has",
                "administers the room",
                "the user");
        for (String enforced : List.of("false", "true")) {
            for (String methods : List.of("sms", "totp", "totp,sms")) {
                for (String without : List.of("enrol", "allow", "refuse")) {
                    for (Part own : PolicyPage.OWN_FACTORS) {
                        for (boolean administrator : List.of(false, true)) {
                            Map<String, String> rule = rule(enforced, methods, without);
                            Given user = own.change().apply(Given.tenant("off"));
                            Given member =
                                    administrator ? user.administeredRoom("Falcon", rule) : user.room("Falcon", rule);
                            page.row(enforced, methods, without, own.text(), administrator ? "yes" : "", member.then());
                        }
                    }
                }
            }
        }
    }

    static Map<String, String> rule(String enforced, String methods, String without) {
        return Map.of("twoFactor.enforced", enforced, "twoFactor.methods", methods, "twoFactor.withoutNumber", without);
    }

    private static Given twoRooms() {
        return Given.tenant("off")
                .room("Falcon", rule("true", "sms", "enrol"))
                .room("Eagle", rule("true", "sms", "refuse"));
    }

    void severalRooms() {
        page.section(
                "Two data rooms: Falcon (`withoutNumber=enrol`) and Eagle (`withoutNumber=refuse`)",
                "situation",
                "the user");
        page.row("no number", twoRooms().then());
        page.row("a number for Falcon", twoRooms().numberFor("Falcon").then());
        page.row("a number for Eagle", twoRooms().numberFor("Eagle").then());
        page.row("a number the user set up", twoRooms().own(Method.SMS).then());
        page.row(
                "a number for each room, passed Falcon's",
                bothNumbers().passed(Method.SMS, "number-Falcon").then());
        page.row(
                "the same, and the application asks for Eagle",
                requested().passed(Method.SMS, "number-Falcon").then());
        page.row(
                "the same, and passed Eagle's too",
                requested()
                        .passed(Method.SMS, "number-Falcon")
                        .passed(Method.SMS, "number-Eagle")
                        .then());
        page.row(
                "no number, and the application asks for Eagle",
                Given.tenant("off")
                        .requestedRoom("Eagle", rule("true", "sms", "refuse"))
                        .then());
        page.row(
                "the application asks for a room that enforces nothing",
                Given.tenant("off")
                        .requestedRoom("Open", rule("false", "sms", "enrol"))
                        .then());
    }

    private static Given bothNumbers() {
        return twoRooms().numberFor("Falcon").numberFor("Eagle");
    }

    private static Given requested() {
        return Given.tenant("off")
                .room("Falcon", rule("true", "sms", "enrol"))
                .requestedRoom("Eagle", rule("true", "sms", "refuse"))
                .numberFor("Falcon")
                .numberFor("Eagle");
    }

    void roomAndTenant() {
        page.section(
                "A data room in a tenant that requires TOTP; the user has an app and a number for the room",
                "situation",
                "the user");
        page.row("passed nothing", roomInTotpTenant().then());
        page.row(
                "passed the number",
                roomInTotpTenant().passed(Method.SMS, "number-Falcon").then());
        page.row(
                "passed the app",
                roomInTotpTenant().passed(Method.TOTP, "own-totp").then());
        page.row(
                "passed both",
                roomInTotpTenant()
                        .passed(Method.SMS, "number-Falcon")
                        .passed(Method.TOTP, "own-totp")
                        .then());
        page.row(
                "uses a remembered browser",
                roomInTotpTenant().rememberedBrowser().then());
        page.row(
                "is exempt from the tenant's rule",
                roomInTotpTenant().roleExempts().then());
    }

    private static Given roomInTotpTenant() {
        return Given.tenant("required")
                .with("methods", "totp")
                .room("Falcon", rule("true", "sms", "enrol"))
                .numberFor("Falcon")
                .own(Method.TOTP);
    }
}
