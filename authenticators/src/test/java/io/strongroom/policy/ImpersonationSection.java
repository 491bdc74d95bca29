package io.strongroom.policy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The section of {@code docs/policy.md} on administrators who act as users. */
final class ImpersonationSection {

    private record Situation(String text, UnaryOperator<Given> given) {}

    private static final Map<String, String> RULE = RoomSections.rule("true", "sms", "enrol");

    private static final List<Situation> SITUATIONS = List.of(
            new Situation("the user would be asked", user -> user.own(Method.TOTP)),
            new Situation("the user would have to set up a factor", user -> user),
            new Situation("the user could set up a factor later", user -> user.with("graceDays", "7")),
            new Situation("a role exempts the user", Given::roleExempts),
            new Situation(
                    "a data room would ask",
                    user -> user.roleExempts().room("Falcon", RULE).numberFor("Falcon")),
            new Situation(
                    "the application asks for the data room by name",
                    user -> user.roleExempts().requestedRoom("Falcon", RULE).numberFor("Falcon")),
            new Situation(
                    "the application asks for a second factor",
                    user -> user.roleExempts().own(Method.TOTP).applicationAsks()),
            new Situation(
                    "the administrator sets up or removes a factor of the user",
                    user -> user.roleExempts().settingUp(Method.TOTP)));

    private final PolicyPage page;

    ImpersonationSection(PolicyPage page) {
        this.page = page;
    }

    void impersonation() {
        page.section(
                "An administrator acts as a user of a tenant that requires a factor",
                "situation",
                "the administrator, `impersonation=refuse`",
                "the administrator, `impersonation=allow`");
        SITUATIONS.forEach(
                situation -> page.row(situation.text(), then(situation, "refuse"), then(situation, "allow")));
    }

    private static String then(Situation situation, String setting) {
        Given user = Given.tenant("required").with("impersonation", setting).impersonated();
        return situation.given().apply(user).then().replace(": IMPERSONATED", ", and an event records it");
    }
}
