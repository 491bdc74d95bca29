package io.strongroom.factor.sms;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.sms.SendLimits.Limit;
import io.strongroom.factor.sms.SendLimits.Reached;
import io.strongroom.factor.sms.SendPermission.Granted;
import io.strongroom.factor.sms.SendPermission.Refused;
import io.strongroom.factor.sms.SendPermission.Wait;
import io.strongroom.metrics.Meters;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.Pass;
import io.strongroom.throttle.SendThrottle;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** All that a message has to pass before it is sent: the number itself, then the limits. A refusal is told as an event. */
final class SendPermissions {

    private static final long SECONDS_OF_A_MINUTE = 60;
    private static final long SECONDS_OF_AN_HOUR = 3600;

    private final LoginStep step;
    private final SmsRules rules;
    private final PhoneNumber to;
    private final SendThrottle login;
    private final SendLimits limits;

    SendPermissions(
            LoginStep step, SmsRules rules, PhoneNumber to, SendThrottle login, OneTimeStore store, Clock clock) {
        this.step = step;
        this.rules = rules;
        this.to = to;
        this.login = login;
        this.limits = new SendLimits(step, rules, to, store, clock);
    }

    /** Asks for a message that is then sent. */
    SendPermission ask() {
        Optional<PhoneNumber.Refusal> number = refusalOfNumber();
        if (number.isPresent()) {
            String reason = number.get().name().toLowerCase(Locale.ROOT);
            Meters.refused(reason);
            ErrorEvents.tell(step.session(), event().detail("reason", reason), "sms_number_refused");
            return new Refused("strongroomNumberRefused", to.masked().shown());
        }
        Pass pass = login.take(to.e164());
        if (pass instanceof Pass.Wait wait) {
            return new Wait(wait.remaining());
        }
        Optional<Reached> reached = pass instanceof Pass.Exhausted
                ? Optional.of(new Reached(Limit.LOGIN, login.retryAfter()))
                : limits.take();
        return reached.map(this::refused).orElseGet(Granted::new);
    }

    /** The message that was granted could not be taken: it counts for nothing, but the same login has to wait. */
    void notTaken() {
        login.uncount();
        limits.giveBack();
    }

    private SendPermission refused(Reached reached) {
        login.giveBack(to.e164());
        String limit = reached.limit().name().toLowerCase(Locale.ROOT);
        Meters.refused(limit);
        EventBuilder event = event().detail("limit", limit)
                .detail(
                        "retry_after_seconds",
                        Long.toString(reached.retryAfter().toSeconds()));
        ErrorEvents.tell(step.session(), event, "sms_limit_reached");
        return reached.limit() == Limit.TENANT
                ? new Refused("strongroomLimitDay", roundedUp(reached.retryAfter(), SECONDS_OF_AN_HOUR))
                : new Refused("strongroomLimitReached", minutes(reached.retryAfter()));
    }

    /** As a page tells it: at least a minute. */
    static long minutes(Duration wait) {
        return roundedUp(wait, SECONDS_OF_A_MINUTE);
    }

    private static long roundedUp(Duration wait, long unit) {
        return Math.max(1, (wait.toSeconds() + unit - 1) / unit);
    }

    private Optional<PhoneNumber.Refusal> refusalOfNumber() {
        return to.refusalAtSending(rules.countries()::allows);
    }

    private EventBuilder event() {
        return step.event()
                .clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(step.user())
                .detail(EventDetails.SECOND_FACTOR, SmsCredential.TYPE)
                .detail(EventDetails.PHONE_NUMBER, to.masked().shown());
    }
}
