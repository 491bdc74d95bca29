package io.strongroom.factor.sms;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.sentcode.Channel;
import io.strongroom.factor.sentcode.Purpose;
import io.strongroom.factor.sentcode.SentCodeExchange;
import io.strongroom.policy.SmsRules;
import java.time.Clock;

/** Asks for a code sent to one of the user's numbers. */
public final class SmsChallenge implements FactorChallenge {

    private final LoginStep step;
    private final SmsCredential credential;
    private final SentCodeExchange exchange;
    private final Clock clock;

    /** @param roomName name of the data room whose rule applies; null for a rule of the tenant */
    public SmsChallenge(LoginStep step, SmsRules rules, SmsCredential credential, String roomName, Clock clock) {
        this.step = step;
        this.credential = credential;
        this.clock = clock;
        Channel channel = new SmsChannel(step, rules, credential.number(), credential.ownership(), clock);
        this.exchange = new SentCodeExchange(step, channel, Purpose.challenge(roomName), clock);
    }

    /** Returns whether this number is locked until an administrator unlocks it. */
    @Override
    public boolean isLocked() {
        return exchange.isLocked();
    }

    @Override
    public StepResult show() {
        return new StepResult.Show(exchange.show());
    }

    @Override
    public StepResult process() {
        step.event()
                .detail(EventDetails.PHONE_NUMBER, credential.number().masked().shown());
        return exchange.process(SmsCredential.TYPE, this::accept);
    }

    private PassedFactor accept() {
        String id = new SmsCredentials(step.context(clock)).markProven(credential);
        return PassedFactor.in(step, SmsCredential.TYPE, id, clock.millis());
    }
}
