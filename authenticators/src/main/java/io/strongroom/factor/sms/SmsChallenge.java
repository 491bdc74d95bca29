package io.strongroom.factor.sms;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.Outcome;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.sms.CodePage.Purpose;
import io.strongroom.policy.SmsRules;
import java.time.Clock;

/** Asks for a code sent to a number that is set up. */
public final class SmsChallenge {

    private final LoginStep step;
    private final SmsCredential credential;
    private final SmsCodeExchange dialogue;
    private final Clock clock;

    /** @param roomName the data room that asks, or null: the tenant */
    public SmsChallenge(LoginStep step, SmsRules rules, SmsCredential credential, String roomName, Clock clock) {
        this.step = step;
        this.credential = credential;
        this.clock = clock;
        Purpose purpose = new Purpose(credential.number(), roomName, false, credential.standing());
        this.dialogue = new SmsCodeExchange(step, rules, purpose, clock);
    }

    /** Whether an administrator has to act before this number can be used. */
    public boolean isLocked() {
        return dialogue.isLocked();
    }

    public Outcome show() {
        return new Outcome.Show(dialogue.show());
    }

    public Outcome process() {
        step.event()
                .detail(EventDetails.PHONE_NUMBER, credential.number().masked().shown());
        if (step.input().has("resend")) {
            return new Outcome.Show(dialogue.resend());
        }
        Answer answer = dialogue.enter(step.input().field(CodePage.FIELD).orElse(""));
        if (answer instanceof Answer.Right) {
            String id = new SmsCredentials(step.session(), step.user(), clock).proven(credential);
            return new Outcome.Passed(PassedFactor.in(step, SmsCredential.TYPE, id, clock.millis()));
        }
        return answer instanceof Answer.Wrong wrong
                ? new Outcome.Failed(SmsCredential.TYPE, wrong.page())
                : new Outcome.Show(((Answer.Unchecked) answer).page());
    }
}
