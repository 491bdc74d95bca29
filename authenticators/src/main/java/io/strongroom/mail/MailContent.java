package io.strongroom.mail;

import java.util.List;
import java.util.Map;

/** The content of an e-mail in the user's language, without layout. */
public record MailContent(String subject, List<String> paragraphs, List<Row> rows, String advice) {

    /** A labelled detail, such as the time. */
    public record Row(String label, String value) {}

    /** Returns the data model for the templates. */
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
