package io.strongroom.policy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The part of {@code docs/policy.md} on administrators who act as users. */
final class ImpersonationSection {

    private record Case(String words, UnaryOperator<Given> given) {}

    private static final Map<String, String> RULE = RoomSections.rule("true", "sms", "enrol");

    private static final List<Case> CASES = List.of(
            new Case("the user would be asked", user -> user.own(Method.TOTP)),
            new Case("the user would have to set up a factor", user -> user),
            new Case("the user could set it up later", user -> user.with("graceDays", "7")),
            new Case("a role exempts the user", Given::roleExempts),
            new Case(
                    "a data room would ask",
                    user -> user.roleExempts().room("Falcon", RULE).numberFor("Falcon")),
            new Case(
                    "the application asks for that room by name",
                    user -> user.roleExempts().room("Falcon", RULE, false, true).numberFor("Falcon")),
            new Case(
                    "the application asks for a second factor",
                    user -> user.roleExempts().own(Method.TOTP).applicationAsks()),
            new Case(
                    "a factor is to be set up or removed",
                    user -> user.roleExempts().settingUp(Method.TOTP)));

    private final PolicyPage page;

    ImpersonationSection(PolicyPage page) {
        this.page = page;
    }

    void impersonation() {
        page.section(
                "An administrator acts as the user (the tenant requires a factor)",
                "the case",
                "`impersonation=refuse`",
                "`impersonation=allow`");
        CASES.forEach(of -> page.row(of.words(), then(of, "refuse"), then(of, "allow")));
    }

    private static String then(Case of, String setting) {
        Given user = Given.tenant("required").with("impersonation", setting).byAnAdministratorActingAsThem();
        return of.given().apply(user).then().replace(": IMPERSONATED", ", which is recorded");
    }
}
