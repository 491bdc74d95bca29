package io.strongroom.factor.sentcode;

import io.strongroom.code.Challenge;
import io.strongroom.code.Challenges;
import io.strongroom.code.CodeBinding;
import io.strongroom.factor.Impersonator;
import io.strongroom.factor.LoginStep;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.LimitReservations;
import io.strongroom.throttle.Remaining;
import java.time.Clock;
import java.util.Optional;

/** Sends a new code if the limits allow it. */
final class CodeSender {

    private final LoginStep step;
    private final Channel channel;
    private final CodeBinding binding;
    private final Challenges challenges;
    private final SendPermissions permissions;
    private final OneTimeStore store;
    private final Clock clock;

    CodeSender(
            LoginStep step,
            Channel channel,
            CodeBinding binding,
            Challenges challenges,
            SendPermissions permissions,
            OneTimeStore store,
            Clock clock) {
        this.step = step;
        this.channel = channel;
        this.binding = binding;
        this.challenges = challenges;
        this.permissions = permissions;
        this.store = store;
        this.clock = clock;
    }

    /** The result of a request for a new code. */
    sealed interface Result {

        /** A new code replaces the previous one; the status shows whether its message was queued. */
        record NewCode(Challenge challenge, SendStatus status) implements Result {}

        /** Another tab is currently sending this login's first code. */
        record OtherTab() implements Result {}

        /** No message was sent. A previous code stays valid. */
        record Refused(String messageKey, Object... parameters) implements Result {}
    }

    Result send() {
        if (Impersonator.of(step.session(), step.login(), step.user()).isPresent()) {
            return new Result.Refused(Impersonator.REFUSED); // custom flows reach this without the guard
        }
        SendPermission permission = permissions.request();
        if (permission instanceof SendPermission.Wait wait) {
            return wait.inThisLogin() && challenges.latest(binding).isEmpty()
                    ? new Result.OtherTab()
                    : new Result.Refused("strongroomResendWait", Remaining.seconds(wait.remaining()));
        }
        if (permission instanceof SendPermission.Refused refused) {
            return new Result.Refused(refused.messageKey(), refused.parameter());
        }
        Challenges.Issued issued = challenges.create(
                binding, channel.rules().codeLength(), channel.rules().codeTtl());
        Challenge challenge = issued.challenge();
        boolean queued = dispatch(issued);
        if (queued) {
            permissions.queued(new LimitReservations(store, challenge.id()));
        } else {
            permissions.notQueued();
            if (isAccepted(challenges.latest(binding))) {
                return new Result.Refused(channel.messages().of(SendStatus.BUSY));
            }
        }
        challenges.activate(binding, challenge);
        return new Result.NewCode(challenge, queued ? SendStatus.SENDING : SendStatus.BUSY);
    }

    private boolean dispatch(Challenges.Issued issued) {
        SentMessage message = SentMessage.of(step, channel, issued.challenge().id(), clock);
        boolean queued = channel.dispatch(message, issued.code());
        if (!queued) {
            message.queueFull(step.session(), clock);
        }
        return queued;
    }

    private boolean isAccepted(Optional<Challenge> challenge) {
        return challenge.isPresent() && challenges.ended(challenge.get()).isEmpty();
    }
}
