package io.strongroom.factor.sms;

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
import io.strongroom.gateway.dispatch.SmsDispatcher;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends codes to a phone number through the tenant's gateways. */
final class SmsChannel implements Channel {

    static final String NAME = "sms";

    private static final ChannelMessages MESSAGES = new ChannelMessages(
            "strongroomCodeLabel",
            "strongroomCodeMissing",
            "strongroomNumberRefused",
            "strongroomLocked",
            Map.of(
                    SendStatus.SENDING,
                    "strongroomStatusSending",
                    SendStatus.SENT,
                    "strongroomStatusSent",
                    SendStatus.FAILED,
                    "strongroomSendFailed",
                    SendStatus.UNCERTAIN,
                    "strongroomSendUncertain",
                    SendStatus.REJECTED,
                    "strongroomSendRejected",
                    SendStatus.BUSY,
                    "strongroomSendBusy",
                    SendStatus.NONE,
                    "strongroomStatusNone"));

    private final LoginStep step;
    private final SmsRules rules;
    private final PhoneNumber to;
    private final Ownership ownership;
    private final Clock clock;

    SmsChannel(LoginStep step, SmsRules rules, PhoneNumber to, Ownership ownership, Clock clock) {
        this.step = step;
        this.rules = rules;
        this.to = to;
        this.ownership = ownership;
        this.clock = clock;
    }

    @Override
    public String factor() {
        return SmsCredential.TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Recipient recipient() {
        return new Recipient(
                to.e164(),
                to.masked().shown(),
                EventDetails.PHONE_NUMBER,
                SmsCredential.fingerprint(to),
                ownership,
                SendLimit.NUMBER);
    }

    @Override
    public SmsRules rules() {
        return rules;
    }

    @Override
    public List<TenantBudget> budgets(OneTimeStore store) {
        return List.copyOf(SmsBudget.of(step.session(), LoginTenant.of(step), store, clock));
    }

    @Override
    public Optional<String> refusal() {
        return to.refusalAtSending(rules.countries()::allows)
                .map(refusal -> refusal.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String refusalError() {
        return "sms_number_refused";
    }

    @Override
    public ChannelMessages messages() {
        return MESSAGES;
    }

    @Override
    public boolean dispatch(SentMessage message, String code) {
        LoginTenant tenant = LoginTenant.of(step);
        SendResultRecorder recorder = new SendResultRecorder(message, to.masked(), tenant.organization(), clock);
        SmsOrder order = new SmsOrder(
                step.realm().getId(),
                SmsText.of(step, tenant, to, code),
                rules.gateway(),
                rules.fallbackGateway(),
                recorder);
        boolean queued = step.session().getProvider(SmsDispatcher.class).dispatch(order);
        if (!queued) {
            recorder.queueFull(step.session());
        }
        return queued;
    }
}
