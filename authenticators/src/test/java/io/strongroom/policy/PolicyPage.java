package io.strongroom.policy;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes {@code docs/policy.md}: an introduction, then sections with one table each. */
final class PolicyPage {

    /** A value of a column, and how it changes the given facts. */
    record Part(String text, UnaryOperator<Given> change) {}

    /** The factors of a user: their own ones, or one set for a data room called Falcon. */
    static final List<Part> OWN_FACTORS = List.of(
            new Part("none", given -> given),
            new Part("sms", given -> given.own(Method.SMS)),
            new Part("totp", given -> given.own(Method.TOTP)),
            new Part("totp, sms", given -> given.own(Method.TOTP).own(Method.SMS)),
            new Part("a room's number", given -> given.numberFor("Falcon")));

    private final StringBuilder text;

    PolicyPage(String introduction) {
        this.text = new StringBuilder(introduction);
    }

    void heading(String title) {
        text.append("\n## ").append(title).append("\n\n");
    }

    void paragraphs(String markdown) {
        text.append(markdown);
    }

    void section(String title, String... columns) {
        heading(title);
        table(columns);
    }

    void table(String... columns) {
        row(columns);
        row(Collections.nCopies(columns.length, "---").toArray(String[]::new));
    }

    void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    String text() {
        return text.toString();
    }
}
