package io.strongroom.factor.sms;

import io.strongroom.code.Challenge;
import io.strongroom.code.Challenges;
import io.strongroom.code.CodeBinding;
import io.strongroom.factor.Impersonator;
import io.strongroom.factor.LoginStep;
import io.strongroom.gateway.dispatch.SmsDispatcher;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.LimitReservations;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Has a new code sent, where that may be. */
final class CodeSender {

    private final LoginStep step;
    private final SmsRules rules;
    private final PhoneNumber to;
    private final CodeBinding binding;
    private final Challenges challenges;
    private final SendPermissions permissions;
    private final OneTimeStore store;
    private final Clock clock;

    CodeSender(
            LoginStep step,
            SmsRules rules,
            PhoneNumber to,
            CodeBinding binding,
            Challenges challenges,
            SendPermissions permissions,
            OneTimeStore store,
            Clock clock) {
        this.step = step;
        this.rules = rules;
        this.to = to;
        this.binding = binding;
        this.challenges = challenges;
        this.permissions = permissions;
        this.store = store;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Result {

        /** There is a new code, on its way or not. */
        record NewCode(Challenge challenge, SendStatus delivery) implements Result {}

        /** Another tab of this login is sending the first one at this moment. */
        record OtherTab() implements Result {}

        /** No message; the code before it, if there is one, stays good. */
        record Refused(String messageKey, Object... parameters) implements Result {}
    }

    Result send() {
        if (Impersonator.of(step.session(), step.login(), step.user()).isPresent()) {
            return new Result.Refused(Impersonator.REFUSED); // in flows that somebody composed, too
        }
        SendPermission permission = permissions.ask();
        if (permission instanceof SendPermission.Wait wait) {
            return wait.inThisLogin() && challenges.latest(binding).isEmpty()
                    ? new Result.OtherTab()
                    : new Result.Refused("strongroomResendWait", seconds(wait.remaining()));
        }
        if (permission instanceof SendPermission.Refused refused) {
            return new Result.Refused(refused.messageKey(), refused.parameter());
        }
        Challenges.Issued issued = challenges.draw(binding, rules.codeLength(), rules.codeTtl());
        Challenge challenge = issued.challenge();
        boolean taken = dispatch(issued);
        if (taken) {
            permissions.taken(new LimitReservations(store, challenge.id()));
        } else {
            permissions.notTaken();
            if (canBeEntered(challenges.latest(binding))) {
                return new Result.Refused(SendStatus.BUSY.messageKey());
            }
        }
        challenges.begin(binding, challenge);
        return new Result.NewCode(challenge, taken ? SendStatus.SENDING : SendStatus.BUSY);
    }

    private boolean dispatch(Challenges.Issued issued) {
        SendResultRecorder report =
                SendResultRecorder.about(step, to.masked(), issued.challenge().id(), clock);
        SmsOrder order = new SmsOrder(
                step.realm().getId(),
                SmsText.of(step, rules, to, issued.code()),
                rules.gateway(),
                rules.fallbackGateway(),
                report);
        boolean taken = step.session().getProvider(SmsDispatcher.class).dispatch(order);
        if (!taken) {
            report.refused(step.session());
        }
        return taken;
    }

    private boolean canBeEntered(Optional<Challenge> challenge) {
        return challenge.isPresent() && challenges.ended(challenge.get()).isEmpty();
    }

    static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
