package io.strongroom.factor.sms;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.sms.SendLimits.Reached;
import io.strongroom.factor.sms.SendPermission.Granted;
import io.strongroom.factor.sms.SendPermission.Refused;
import io.strongroom.factor.sms.SendPermission.Wait;
import io.strongroom.metrics.Meters;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.ClientNetwork;
import io.strongroom.throttle.Cooldown;
import io.strongroom.throttle.LimitReservations;
import io.strongroom.throttle.LimitResult;
import io.strongroom.throttle.SendThrottle;
import io.strongroom.throttle.SharedAddress;
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

    /** Between two messages to a number that nobody has proven, whichever logins they are of. */
    private static final Duration BETWEEN_NEW = Duration.ofSeconds(30);

    private final LoginStep step;
    private final SmsRules rules;
    private final PhoneNumber to;
    private final SendThrottle login;
    private final Optional<Cooldown> stranger;
    private final SendLimits limits;
    private final SendRefusals refusals;
    private final SharedAddress addresses;
    private final String network;

    SendPermissions(
            LoginStep step,
            SmsRules rules,
            PhoneNumber to,
            NumberOwnership standing,
            SendThrottle login,
            OneTimeStore store,
            Clock clock) {
        String realmId = step.realm().getId();
        this.step = step;
        this.rules = rules;
        this.to = to;
        this.login = login;
        this.network =
                ClientNetwork.of(step.session().getContext().getConnection().getRemoteHost());
        this.stranger = standing == NumberOwnership.NEW
                ? Optional.of(new Cooldown(store, clock, "new-number:" + realmId + ":" + to.e164()))
                : Optional.empty();
        this.limits = new SendLimits(step, rules.limits(), to, standing, network, store, clock);
        this.refusals = new SendRefusals(store, realmId, clock);
        this.addresses = new SharedAddress(store, clock, realmId);
    }

    /** Asks for a message that is then sent. */
    SendPermission ask() {
        Optional<PhoneNumber.Refusal> number = refusalOfNumber();
        if (number.isPresent()) {
            String reason = number.get().name().toLowerCase(Locale.ROOT);
            Meters.refused(reason);
            ErrorEvents.emitAfterTransaction(step.session(), event().detail("reason", reason), "sms_number_refused");
            return new Refused("strongroomNumberRefused", to.masked().shown());
        }
        LimitResult pass = login.take(to.e164());
        if (pass instanceof LimitResult.Wait wait) {
            return new Wait(wait.remaining(), true);
        }
        addresses.seen(step.user().getId(), network);
        if (!(pass instanceof LimitResult.Granted)) {
            return refused(new Reached(SendLimit.LOGIN, login.retryAfter()));
        }
        if (stranger.filter(gate -> !gate.enter(BETWEEN_NEW)).isPresent()) {
            login.giveBack(to.e164());
            return new Wait(stranger.get().remaining(), false);
        }
        return limits.take().map(this::refused).orElseGet(Granted::new);
    }

    /** The message that was granted is on its way. */
    void taken(LimitReservations places) {
        limits.remember(places, login.place());
    }

    /** The message that was granted could not be taken: it counts for nothing, but the same login has to wait. */
    void notTaken() {
        login.uncount();
        limits.giveBack();
        stranger.ifPresent(Cooldown::open);
    }

    private SendPermission refused(Reached reached) {
        login.giveBack(to.e164());
        stranger.filter(gate -> reached.limit() != SendLimit.LOGIN).ifPresent(Cooldown::open);
        refusals.add(reached.limit());
        Meters.refused(reached.limit().word());
        EventBuilder event = event().detail("limit", reached.limit().word())
                .detail(
                        "retry_after_seconds",
                        Long.toString(reached.retryAfter().toSeconds()));
        ErrorEvents.emitAfterTransaction(step.session(), event, "sms_limit_reached");
        return reached.limit() == SendLimit.TENANT
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
