package io.strongroom.factor.email;

import io.strongroom.factor.EventDetails;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.StepResult;
import io.strongroom.factor.email.EmailUse.Obstacle;
import io.strongroom.factor.sentcode.Purpose;
import io.strongroom.factor.sentcode.SentCodeExchange;
import io.strongroom.policy.SmsRules;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for a code sent to the user's verified address. */
public final class EmailChallenge implements FactorChallenge {

    /** Type of the factor in events and limits. */
    public static final String TYPE = "email-otp";

    private final LoginStep step;
    private final EmailAddress address;
    private final SentCodeExchange exchange;
    private final Clock clock;

    /**
     * @param rules    rules for codes and the limits on messages, the same as for text messages
     * @param roomName name of the data room whose rule applies; null for a rule of the tenant
     */
    public EmailChallenge(LoginStep step, SmsRules rules, EmailAddress address, String roomName, Clock clock) {
        this.step = step;
        this.address = address;
        this.clock = clock;
        this.exchange = new SentCodeExchange(
                step, new EmailChannel(step, rules, address, clock), Purpose.challenge(roomName), clock);
    }

    @Override
    public boolean isLocked() {
        return exchange.isLocked();
    }

    @Override
    public StepResult show() {
        return unlessRefused(() -> new StepResult.Show(exchange.show()));
    }

    @Override
    public StepResult process() {
        step.event().detail(EventDetails.EMAIL_ADDRESS, address.masked());
        return unlessRefused(() -> exchange.process(TYPE, this::accept));
    }

    /** Checks again whether the address may be used: a link may have been opened in another tab of the same browser. */
    private StepResult unlessRefused(Supplier<StepResult> action) {
        Optional<Obstacle> obstacle =
                EmailUse.in(step.login(), step.context(clock)).obstacle();
        return obstacle.isPresent() ? new StepResult.Show(refusal(obstacle.get())) : action.get();
    }

    private Response refusal(Obstacle obstacle) {
        return step.page()
                .setAttribute(
                        "locked",
                        Map.of("titleKey", "strongroomEmailRefusedTitle", "messageKey", obstacle.messageKey()))
                .createForm("strongroom-locked.ftl");
    }

    private PassedFactor accept() {
        return PassedFactor.in(step, TYPE, address.id(), clock.millis());
    }
}
