package io.strongroom.factor.email;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.LoginTenant;
import io.strongroom.factor.sentcode.Channel;
import io.strongroom.factor.sentcode.ChannelMessages;
import io.strongroom.factor.sentcode.Ownership;
import io.strongroom.factor.sentcode.Recipient;
import io.strongroom.factor.sentcode.SendLimit;
import io.strongroom.factor.sentcode.SendStatus;
import io.strongroom.factor.sentcode.SentMessage;
import io.strongroom.factor.sentcode.TenantBudget;
import io.strongroom.mail.MailDispatcher;
import io.strongroom.mail.MailServer;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends codes to an e-mail address through the realm's mail server. */
final class EmailChannel implements Channel {

    static final String NAME = EmailFactor.WORD;

    private static final ChannelMessages MESSAGES = new ChannelMessages(
            "strongroomEmailCodeLabel",
            "strongroomEmailCodeMissing",
            "strongroomEmailNoServer",
            "strongroomEmailLocked",
            Map.of(
                    SendStatus.SENDING,
                    "strongroomEmailSending",
                    SendStatus.SENT,
                    "strongroomEmailSent",
                    SendStatus.FAILED,
                    "strongroomEmailFailed",
                    SendStatus.UNCERTAIN,
                    "strongroomEmailUncertain",
                    SendStatus.REJECTED,
                    "strongroomEmailFailed",
                    SendStatus.BUSY,
                    "strongroomSendBusy",
                    SendStatus.NONE,
                    "strongroomEmailNone"));

    private final LoginStep step;
    private final SmsRules rules;
    private final EmailAddress to;
    private final Clock clock;

    EmailChannel(LoginStep step, SmsRules rules, EmailAddress to, Clock clock) {
        this.step = step;
        this.rules = rules;
        this.to = to;
        this.clock = clock;
    }

    @Override
    public String factor() {
        return EmailChallenge.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Recipient recipient() {
        return new Recipient(
                to.value(),
                to.masked(),
                EventDetails.EMAIL_ADDRESS,
                to.fingerprint(),
                Ownership.PROVEN,
                SendLimit.MAILBOX);
    }

    @Override
    public SmsRules rules() {
        return rules;
    }

    @Override
    public List<TenantBudget> budgets(OneTimeStore store) {
        return List.copyOf(EmailBudget.of(LoginTenant.of(step), store, clock));
    }

    @Override
    public Optional<String> refusal() {
        return MailServer.isSetUp(step.realm()) ? Optional.empty() : Optional.of("no_mail_server");
    }

    @Override
    public String refusalError() {
        return "email_not_possible";
    }

    @Override
    public ChannelMessages messages() {
        return MESSAGES;
    }

    @Override
    public boolean dispatch(SentMessage message, String code) {
        LoginTenant tenant = LoginTenant.of(step);
        return step.session()
                .getProvider(MailDispatcher.class)
                .dispatch(
                        CodeMail.of(step, tenant.name(), to, code, rules.codeTtl()),
                        new EmailSendRecorder(message, rules, tenant.organization(), clock));
    }
}
