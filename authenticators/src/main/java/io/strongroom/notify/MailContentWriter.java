package io.strongroom.notify;

import io.strongroom.factor.Factor;
import io.strongroom.factor.Factors;
import io.strongroom.mail.MailContent;
import io.strongroom.mail.MailContent.Row;
import io.strongroom.mail.PlainText;
import io.strongroom.mail.Wording;
import io.strongroom.notify.Notice.Kind;
import io.strongroom.notify.Notice.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the e-mail content for a notice. The content does not address users by name, because users choose their
 * own names.
 */
final class MailContentWriter {

    private final Wording wording;

    MailContentWriter(Wording wording) {
        this.wording = wording;
    }

    /**
     * Information for the e-mail that is not part of the notice.
     *
     * @param tenant      the tenant's name
     * @param application the application's name; null if unknown
     * @param factors     the user's current number of factors, not counting backup codes
     */
    record Situation(String tenant, String application, int factors) {}

    MailContent write(Notice notice, Situation situation) {
        MailTopic topic = MailTopic.of(notice, situation.factors());
        String tenant = PlainText.line(situation.tenant());
        List<String> paragraphs = new ArrayList<>(List.of(wording.text(topic.text(), tenant)));
        if (notice.kind().isRemoval() && situation.factors() == 0) {
            paragraphs.add(wording.text("strongroomMailNoneLeft"));
        }
        return new MailContent(
                wording.text(topic.subject(), tenant),
                List.copyOf(paragraphs),
                rows(notice, situation),
                wording.text(topic.advice()));
    }

    private List<Row> rows(Notice notice, Situation situation) {
        Subject subject = notice.subject();
        List<Row> rows = new ArrayList<>();
        add(rows, relatedLabel(notice.kind()), notice.isOfOrganization() ? "" : PlainText.line(subject.related()));
        add(rows, "strongroomMailFactor", factor(subject.type()));
        add(rows, "strongroomMailName", PlainText.fromUser(subject.name()));
        add(rows, "strongroomMailNumber", PlainText.line(subject.number()));
        add(rows, "strongroomMailLeft", PlainText.line(subject.codesLeft()));
        add(rows, "strongroomMailTime", wording.time(notice.at()));
        add(rows, "strongroomMailAddress", PlainText.line(notice.origin().address()));
        add(rows, "strongroomMailApplication", PlainText.line(situation.application()));
        return List.copyOf(rows);
    }

    private static String relatedLabel(Kind kind) {
        return kind == Kind.LINKED ? "strongroomMailProvider" : "strongroomMailDataRoom";
    }

    private String factor(String type) {
        return Factors.ofCredentialType(type)
                .map(Factor::nameKey)
                .or(() -> Optional.of("backup-codes-display-name").filter(name -> Factors.areSavedCodes(type)))
                .map(wording::text)
                .orElse("");
    }

    private void add(List<Row> rows, String label, String value) {
        if (!value.isEmpty()) {
            rows.add(new Row(wording.text(label), value));
        }
    }
}
