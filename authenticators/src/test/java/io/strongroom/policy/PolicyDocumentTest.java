package io.strongroom.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The policy as a table: every combination that matters, and what the user meets. The table is {@code docs/policy.md}; a change
 * of the code that changes a decision changes the table, or fails here. To write it anew: {@code -Dpolicy.document=write}.
 */
@DisplayName("The policy, as docs/policy.md has it")
class PolicyDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "policy.md");

    private record Part(String words, UnaryOperator<Given> of) {}

    private static final List<Part> OWN_FACTORS = List.of(
            new Part("none", given -> given),
            new Part("sms", given -> given.own(Method.SMS)),
            new Part("totp", given -> given.own(Method.TOTP)),
            new Part("totp, sms", given -> given.own(Method.TOTP).own(Method.SMS)),
            new Part("a room's number", given -> given.numberFor("Falcon")));

    private static final List<Part> ROLES = List.of(
            new Part("", given -> given),
            new Part("requires", Given::roleRequires),
            new Part("exempts", Given::roleExempts));

    private final StringBuilder text = new StringBuilder();

    @Test
    @DisplayName("D1 D5 D12 C1 C7 C13 C14 C15 X5 X6 X7 X16 T5 every combination decides as documented")
    void everyCombination() throws IOException {
        text.append(INTRODUCTION);
        tenants();
        rooms();
        severalRooms();
        roomAndTenant();
        whatCloses();
        unusable();
        grace();
        changes();
        String document = text.toString();
        if ("write".equals(System.getProperty("policy.document"))) {
            Files.writeString(DOCUMENT, document);
        }
        assertEquals(Files.readString(DOCUMENT), document);
    }

    private static final String INTRODUCTION = """
            # The policy

            Generated from the code that decides: `PolicyDocumentTest` writes this page, and fails where it is not what the code does.

            1. Each counting data room that enforces, where the user is no administrator, asks for one of its methods. A number set for this
               member of this room is the only one accepted for it; without one, any factor of the user's own; with none, `withoutNumber` decides. Of
               several such rooms one has to be passed; a room the application asks for by name is asked in addition.
            2. The tenant asks, where it requires a second factor, everybody who is not exempt; where it leaves it optional, who holds a role that
               requires one or has set up one of the accepted methods (a room's number is not the user's own).
            3. A clause is closed by a factor of its methods, passed in this login or session and not too long ago; the tenant's also by a remembered
               browser or a trusted identity provider, a room's never. A link to that provider which the user made without a second factor does not
               replace a factor that they have: they pass it once through the link.
            4. Open, with an accepted factor: the user is asked for it. Without: they set one up, after passing another they have; grace lets
               them put off the tenant's.
            5. A backup code does for any factor that the user has.

            Data rooms ask also those whom a role exempts from the tenant's rule.
            """;

    private void tenants() {
        section("What the tenant asks", "enforcement", "methods", "the user has", "a role", "the user");
        for (String enforcement : List.of("off", "optional", "required")) {
            for (String methods : List.of("sms", "totp", "totp,sms")) {
                for (Part own : OWN_FACTORS) {
                    for (Part role : ROLES) {
                        Given given = Given.tenant(enforcement).with("methods", methods);
                        String then = role.of().apply(own.of().apply(given)).then();
                        row(enforcement, methods, own.words(), role.words(), then);
                    }
                }
            }
        }
    }

    private void rooms() {
        section(
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
                    for (Part own : OWN_FACTORS) {
                        for (boolean administrator : List.of(false, true)) {
                            Map<String, String> rule = rule(enforced, methods, without);
                            String then = own.of()
                                    .apply(Given.tenant("off"))
                                    .room("Falcon", rule, administrator, false)
                                    .then();
                            row(enforced, methods, without, own.words(), administrator ? "yes" : "", then);
                        }
                    }
                }
            }
        }
    }

    private static Map<String, String> rule(String enforced, String methods, String without) {
        return Map.of("twoFactor.enforced", enforced, "twoFactor.methods", methods, "twoFactor.withoutNumber", without);
    }

    private static Given twoRooms() {
        return Given.tenant("off")
                .room("Falcon", rule("true", "sms", "enrol"))
                .room("Eagle", rule("true", "sms", "refuse"));
    }

    private void severalRooms() {
        section("Two data rooms, Falcon (enrol) and Eagle (refuse)", "the case", "the user");
        row("no number", twoRooms().then());
        row("a number for Falcon", twoRooms().numberFor("Falcon").then());
        row("a number for Eagle", twoRooms().numberFor("Eagle").then());
        row("a number of their own", twoRooms().own(Method.SMS).then());
        row(
                "numbers for both, Falcon's passed",
                bothNumbers().passed(Method.SMS, "number-Falcon").then());
        row(
                "the same, and the application asks for Eagle",
                requested().passed(Method.SMS, "number-Falcon").then());
        row(
                "the same, and Eagle's passed too",
                requested()
                        .passed(Method.SMS, "number-Falcon")
                        .passed(Method.SMS, "number-Eagle")
                        .then());
        row(
                "the application asks for Eagle, which has no number",
                Given.tenant("off")
                        .room("Eagle", rule("true", "sms", "refuse"), false, true)
                        .then());
        row(
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

    private void roomAndTenant() {
        section("A data room in a tenant that requires TOTP", "the case", "the user");
        row("app and number", roomInTotpTenant().then());
        row(
                "the number passed",
                roomInTotpTenant().passed(Method.SMS, "number-Falcon").then());
        row("the app passed", roomInTotpTenant().passed(Method.TOTP, "own-totp").then());
        row(
                "both passed",
                roomInTotpTenant()
                        .passed(Method.SMS, "number-Falcon")
                        .passed(Method.TOTP, "own-totp")
                        .then());
        row("remembered browser", roomInTotpTenant().rememberedBrowser().then());
        row("exempt", roomInTotpTenant().roleExempts().then());
    }

    private static Given roomInTotpTenant() {
        return Given.tenant("required")
                .with("methods", "totp")
                .room("Falcon", rule("true", "sms", "enrol"))
                .numberFor("Falcon")
                .own(Method.TOTP);
    }

    private static Given requiredSms() {
        return Given.tenant("required").with("methods", "sms").own(Method.SMS);
    }

    private void whatCloses() {
        section("What closes the clause of a tenant that requires SMS", "the case", "the user");
        row("nothing passed", requiredSms().then());
        row("the number passed", requiredSms().passed(Method.SMS, "own-sms").then());
        row(
                "a number passed that the user no longer has",
                requiredSms().passed(Method.SMS, "gone").then());
        row(
                "an app passed",
                requiredSms().own(Method.TOTP).passed(Method.TOTP, "own-totp").then());
        row("a backup code passed", requiredSms().passedBackupCode().then());
        row(
                "a backup code passed, but no factor set up",
                Given.tenant("required")
                        .with("methods", "sms")
                        .passedBackupCode()
                        .then());
        row("a remembered browser", requiredSms().rememberedBrowser().then());
        row("a trusted identity provider", requiredSms().trustedProvider().then());
        row(
                "a trusted identity provider, linked with the password alone",
                requiredSms().trustedProviderByUnprovenLink().then());
        row(
                "the same, by a user whose only factor is of another method",
                Given.tenant("required")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .trustedProviderByUnprovenLink()
                        .then());
        row(
                "the same, after that one was passed",
                Given.tenant("required")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .passed(Method.TOTP, "own-totp")
                        .trustedProviderByUnprovenLink()
                        .then());
        row(
                "the same, by a user with a number that can't be used",
                Given.tenant("required")
                        .with("methods", "sms")
                        .numberThatCannotBeUsed()
                        .trustedProviderByUnprovenLink()
                        .then());
        row(
                "the same, by a user who has no factor",
                Given.tenant("required")
                        .with("methods", "sms")
                        .trustedProviderByUnprovenLink()
                        .then());
        row(
                "passed 29 minutes ago, 30 allowed",
                requiredSms()
                        .with("maxAgeMinutes", "30")
                        .passed(Method.SMS, "own-sms", Duration.ofMinutes(29))
                        .then());
        row(
                "passed 30 minutes ago, 30 allowed",
                requiredSms()
                        .with("maxAgeMinutes", "30")
                        .passed(Method.SMS, "own-sms", Duration.ofMinutes(30))
                        .then());
        row(
                "passed a week ago, any age allowed",
                requiredSms().passed(Method.SMS, "own-sms", Duration.ofDays(7)).then());
        row(
                "the strategy was changed to TOTP",
                Given.tenant("required")
                        .with("methods", "totp")
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .then());
        row(
                "a value that is not allowed: `enforcement=on`",
                Given.tenant("on").own(Method.SMS).then());
        row(
                "the application asks for a second factor, tenant off",
                Given.tenant("off").own(Method.SMS).applicationAsks().then());
        row(
                "the same in a remembered browser",
                Given.tenant("off")
                        .own(Method.SMS)
                        .rememberedBrowser()
                        .applicationAsks()
                        .then());
        row(
                "the application asks, nothing set up",
                Given.tenant("off").applicationAsks().then());
        row(
                "the same, where administrators manage factors",
                Given.tenant("off")
                        .with("selfService", "false")
                        .applicationAsks()
                        .then());
        row(
                "the application asks, an app is set up, the strategy is SMS",
                Given.tenant("off")
                        .with("methods", "sms")
                        .own(Method.TOTP)
                        .applicationAsks()
                        .then());
    }

    private void unusable() {
        section("A number is stored that can't be read: an administrator has to mend it", "the case", "the user");
        row("the tenant requires SMS", broken("required").then());
        row("the tenant leaves it optional", broken("optional").then());
        row(
                "the tenant requires it, and the user has an app too",
                broken("required").own(Method.TOTP).then());
        for (String without : List.of("enrol", "allow", "refuse")) {
            row(
                    "a data room, without number: " + without,
                    broken("off").room("Falcon", rule("true", "sms", without)).then());
        }
        row(
                "a data room, and another number",
                broken("off")
                        .room("Falcon", rule("true", "sms", "allow"))
                        .numberFor("Falcon")
                        .then());
    }

    private static Given broken(String enforcement) {
        return Given.tenant(enforcement).with("methods", "sms").numberThatCannotBeUsed();
    }

    private static Given changedStrategy() {
        return Given.tenant("required").with("methods", "totp").own(Method.SMS);
    }

    private static Given newUser() {
        return Given.tenant("required").with("methods", "totp");
    }

    private void grace() {
        section("Grace, for a user without a factor (today is 2026-11-22)", "the case", "the user");
        row("none", newUser().choseLater().then());
        row("7 days, first login", newUser().with("graceDays", "7").then());
        row(
                "7 days, first login, chose later",
                newUser().with("graceDays", "7").choseLater().then());
        row("7 days, told 6 days ago, chose later", graceOfSeven(6).choseLater().then());
        row("7 days, told 7 days ago, chose later", graceOfSeven(7).choseLater().then());
        row(
                "until 2026-11-22, chose later",
                newUser().with("graceUntil", "2026-11-22").choseLater().then());
        row(
                "until 2026-11-21, chose later",
                newUser().with("graceUntil", "2026-11-21").choseLater().then());
        row(
                "until `soon`, which is no date, chose later",
                newUser().with("graceUntil", "soon").choseLater().then());
        row(
                "7 days and until 2026-11-21: the first to end",
                newUser()
                        .with("graceDays", "7")
                        .with("graceUntil", "2026-11-21")
                        .choseLater()
                        .then());
        row(
                "7 days, but a factor is set up, chose later",
                newUser().with("graceDays", "7").own(Method.TOTP).choseLater().then());
        row(
                "7 days, but a data room enforces, chose later",
                newUser()
                        .with("graceDays", "7")
                        .room("Falcon", rule("true", "sms", "enrol"))
                        .choseLater()
                        .then());
    }

    private static Given graceOfSeven(int daysAgo) {
        return newUser().with("graceDays", "7").toldBefore(Duration.ofDays(daysAgo));
    }

    private static Given optional() {
        return Given.tenant("off").with("methods", "totp,sms");
    }

    private void changes() {
        section("Changing one's own factors, in a tenant that is `off`", "the case", "the user");
        row("sets up an app, has nothing", optional().settingUp(Method.TOTP).then());
        row(
                "sets up an app, has a number",
                optional().own(Method.SMS).settingUp(Method.TOTP).then());
        row(
                "sets up an app, has a room's number",
                optional().numberFor("Falcon").settingUp(Method.TOTP).then());
        row(
                "the same, the number passed",
                optional()
                        .own(Method.SMS)
                        .passed(Method.SMS, "own-sms")
                        .settingUp(Method.TOTP)
                        .then());
        row("removes a factor", optional().own(Method.SMS).removingAFactor().then());
        row(
                "self-service is off",
                optional().with("selfService", "false").settingUp(Method.TOTP).then());
        row(
                "the method is not the tenant's",
                Given.tenant("off")
                        .with("methods", "sms")
                        .settingUp(Method.TOTP)
                        .then());
    }

    private void section(String title, String... columns) {
        text.append("\n## ").append(title).append("\n\n");
        row(columns);
        row(java.util.Collections.nCopies(columns.length, "---").toArray(String[]::new));
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
