package io.strongroom.policy;

import io.strongroom.policy.PolicyPage.Part;
import java.util.List;
import java.util.Map;

/** What data rooms ask, alone, together, and beside the tenant. */
final class RoomSections {
    private final PolicyPage page;

    RoomSections(PolicyPage page) {
        this.page = page;
    }

    void rooms() {
        page.section(
                "What a data room asks, in a tenant that is `off`",
                "enforced",
                "methods",
                "without number",
                "the user has",
                "administrator",
                "the user");
        for (String enforced : List.of("false", "true")) {
            for (String methods : List.of("sms", "totp", "totp,sms")) {
                for (String without : List.of("enrol", "allow", "refuse")) {
                    for (Part own : PolicyPage.OWN_FACTORS) {
                        for (boolean administrator : List.of(false, true)) {
                            Map<String, String> rule = rule(enforced, methods, without);
                            String then = own.of()
                                    .apply(Given.tenant("off"))
                                    .room("Falcon", rule, administrator, false)
                                    .then();
                            page.row(enforced, methods, without, own.words(), administrator ? "yes" : "", then);
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
        page.section("Two data rooms, Falcon (enrol) and Eagle (refuse)", "the case", "the user");
        page.row("no number", twoRooms().then());
        page.row("a number for Falcon", twoRooms().numberFor("Falcon").then());
        page.row("a number for Eagle", twoRooms().numberFor("Eagle").then());
        page.row("a number of their own", twoRooms().own(Method.SMS).then());
        page.row(
                "numbers for both, Falcon's passed",
                bothNumbers().passed(Method.SMS, "number-Falcon").then());
        page.row(
                "the same, and the application asks for Eagle",
                requested().passed(Method.SMS, "number-Falcon").then());
        page.row(
                "the same, and Eagle's passed too",
                requested()
                        .passed(Method.SMS, "number-Falcon")
                        .passed(Method.SMS, "number-Eagle")
                        .then());
        page.row(
                "the application asks for Eagle, which has no number",
                Given.tenant("off")
                        .room("Eagle", rule("true", "sms", "refuse"), false, true)
                        .then());
        page.row(
                "the application asks for a room that enforces nothing",
                Given.tenant("off")
                        .room("Open", rule("false", "sms", "enrol"), false, true)
                        .then());
    }

    private static Given bothNumbers() {
        return twoRooms().numberFor("Falcon").numberFor("Eagle");
    }

    private static Given requested() {
        return Given.tenant("off")
                .room("Falcon", rule("true", "sms", "enrol"))
                .room("Eagle", rule("true", "sms", "refuse"), false, true)
                .numberFor("Falcon")
                .numberFor("Eagle");
    }

    void roomAndTenant() {
        page.section("A data room in a tenant that requires TOTP", "the case", "the user");
        page.row("app and number", roomInTotpTenant().then());
        page.row(
                "the number passed",
                roomInTotpTenant().passed(Method.SMS, "number-Falcon").then());
        page.row(
                "the app passed",
                roomInTotpTenant().passed(Method.TOTP, "own-totp").then());
        page.row(
                "both passed",
                roomInTotpTenant()
                        .passed(Method.SMS, "number-Falcon")
                        .passed(Method.TOTP, "own-totp")
                        .then());
        page.row("remembered browser", roomInTotpTenant().rememberedBrowser().then());
        page.row("exempt", roomInTotpTenant().roleExempts().then());
    }

    private static Given roomInTotpTenant() {
        return Given.tenant("required")
                .with("methods", "totp")
                .room("Falcon", rule("true", "sms", "enrol"))
                .numberFor("Falcon")
                .own(Method.TOTP);
    }
}
