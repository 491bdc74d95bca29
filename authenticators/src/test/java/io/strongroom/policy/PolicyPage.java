package io.strongroom.policy;

import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code docs/policy.md} as it is written: sections, each a table. */
final class PolicyPage {

    /** The value of a column, and what it makes of who logs in. */
    record Part(String words, UnaryOperator<Given> of) {}

    /** What a user has, of their own or set for a data room called Falcon. */
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

    void section(String title, String... columns) {
        text.append("\n## ").append(title).append("\n\n");
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
