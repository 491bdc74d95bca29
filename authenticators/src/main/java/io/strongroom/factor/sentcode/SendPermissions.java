package io.strongroom.factor.sentcode;

import io.strongroom.factor.ErrorEvents;
import io.strongroom.factor.EventDetails;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.sentcode.SendLimits.Reached;
import io.strongroom.factor.sentcode.SendPermission.Granted;
import io.strongroom.factor.sentcode.SendPermission.Refused;
import io.strongroom.factor.sentcode.SendPermission.Wait;
import io.strongroom.metrics.Meters;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.ClientNetwork;
import io.strongroom.throttle.Cooldown;
import io.strongroom.throttle.LimitReservations;
import io.strongroom.throttle.LimitResult;
import io.strongroom.throttle.Remaining;
import io.strongroom.throttle.SendThrottle;
import io.strongroom.throttle.SharedAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;

/** Checks the recipient and all limits before a message is sent. Emits an event for each refusal. */
final class SendPermissions {

    /** Wait between two messages to an unproven number, across logins. */
    private static final Duration NEW_NUMBER_WAIT = Duration.ofSeconds(30);

    private final LoginStep step;
    private final Channel channel;
    private final Recipient to;
    private final SendThrottle login;
    private final Optional<Cooldown> newNumberCooldown;
    private final SendLimits limits;
    private final SendRefusals refusals;
    private final SharedAddress addresses;
    private final String network;

    SendPermissions(LoginStep step, Channel channel, SendThrottle login, OneTimeStore store, Clock clock) {
        String realmId = step.realm().getId();
        this.step = step;
        this.channel = channel;
        this.to = channel.recipient();
        this.login = login;
        this.network =
                ClientNetwork.of(step.session().getContext().getConnection().getRemoteHost());
        this.newNumberCooldown = to.isNew()
                ? Optional.of(new Cooldown(store, clock, "new-number:" + realmId + ":" + to.address()))
                : Optional.empty();
        this.limits = new SendLimits(step, channel, network, store, clock);
        this.refusals = new SendRefusals(channel.name(), store, realmId, clock);
        this.addresses = new SharedAddress(store, clock, realmId);
    }

    /** Requests permission to send a message. Counts the message if granted. */
    SendPermission request() {
        Optional<String> refusal = channel.refusal();
        if (refusal.isPresent()) {
            String reason = refusal.get();
            Meters.refused(reason);
            ErrorEvents.emitAfterTransaction(step.session(), event().detail("reason", reason), channel.refusalError());
            return new Refused(channel.messages().refused(), to.masked());
        }
        LimitResult loginLimit = login.take(to.address());
        if (loginLimit instanceof LimitResult.Wait wait) {
            return Wait.afterThisLogin(wait.remaining());
        }
        addresses.recordUse(step.user().getId(), network);
        if (!(loginLimit instanceof LimitResult.Granted)) {
            return refused(new Reached(SendLimit.LOGIN, login.retryAfter()));
        }
        if (newNumberCooldown
                .filter(cooldown -> !cooldown.start(NEW_NUMBER_WAIT))
                .isPresent()) {
            login.cancel(to.address());
            return Wait.afterOtherLogin(newNumberCooldown.get().remaining());
        }
        return limits.take().map(this::refused).orElseGet(Granted::new);
    }

    /** Records that the granted message was queued. */
    void queued(LimitReservations reservations) {
        limits.reserve(reservations, login.handle());
    }

    /** Releases the granted message's slots because it could not be queued. The same login still has to wait. */
    void notQueued() {
        login.release();
        limits.release();
        newNumberCooldown.ifPresent(Cooldown::end);
    }

    private SendPermission refused(Reached reached) {
        login.cancel(to.address());
        newNumberCooldown.filter(cooldown -> reached.limit() != SendLimit.LOGIN).ifPresent(Cooldown::end);
        refusals.add(reached.limit());
        Meters.refused(reached.limit().label());
        EventBuilder event = event().detail("limit", reached.limit().label())
                .detail("retry_after_seconds", Long.toString(Remaining.seconds(reached.retryAfter())));
        reached.organization().ifPresent(id -> event.detail(Details.ORG_ID, id));
        ErrorEvents.emitAfterTransaction(step.session(), event, channel.name() + "_limit_reached");
        return reached.limit().isDaily()
                ? new Refused("strongroomLimitDay", Remaining.hours(reached.retryAfter()))
                : new Refused("strongroomLimitReached", Remaining.minutes(reached.retryAfter()));
    }

    private EventBuilder event() {
        return step.event()
                .clone()
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .user(step.user())
                .detail(EventDetails.SECOND_FACTOR, channel.factor())
                .detail(to.detail(), to.masked());
    }
}
