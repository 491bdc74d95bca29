package io.strongroom.factor.email;

import io.strongroom.factor.LoginStep;
import io.strongroom.mail.Mail;
import io.strongroom.mail.MailContent;
import io.strongroom.mail.MailContent.Row;
import io.strongroom.mail.MailTheme;
import io.strongroom.mail.PlainText;
import io.strongroom.mail.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.keycloak.urls.UrlType;

/** Composes the e-mail with a code, in the language of the login's page. */
final class CodeMail {

    private CodeMail() {}

    static Mail of(LoginStep step, String tenant, EmailAddress to, String code, Duration ttl) {
        Locale locale = step.session().getContext().resolveLocale(step.user());
        MailTheme theme = new MailTheme(
                step.session(),
                step.realm(),
                tenant,
                step.user(),
                locale,
                step.session().getContext().getUri(UrlType.FRONTEND).getBaseUri());
        return theme.render(content(theme.wording(), PlainText.line(tenant), code, ttl.toMinutes()), to.value())
                .unlogged();
    }

    static MailContent content(Wording wording, String tenant, String code, long minutes) {
        return new MailContent(
                wording.text("strongroomMailCodeSubject", tenant),
                List.of(wording.text("strongroomMailCode", tenant, minutes)),
                List.of(new Row(wording.text("strongroomMailCodeLabel"), code)),
                wording.text("strongroomMailCodeAdvice"));
    }
}
