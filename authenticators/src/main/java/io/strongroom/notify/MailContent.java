package io.strongroom.notify;

import java.util.List;
import java.util.Map;

/** What a mail says, in the user's language, before it gets its layout. */
record MailContent(String subject, List<String> paragraphs, List<Row> rows, String advice) {

    /** A fact, such as the time. */
    record Row(String label, String value) {}

    /** As templates read it. */
    Map<String, Object> model() {
        return Map.of(
                "paragraphs",
                paragraphs,
                "rows",
                rows.stream()
                        .map(row -> Map.of("label", row.label(), "value", row.value()))
                        .toList(),
                "advice",
                advice);
    }
}
