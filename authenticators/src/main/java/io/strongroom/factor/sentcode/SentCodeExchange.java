package io.strongroom.factor.sentcode;

import io.strongroom.code.Challenge;
import io.strongroom.code.Challenges;
import io.strongroom.code.CodeBinding;
import io.strongroom.code.EntryResult;
import io.strongroom.factor.EnteredDigits;
import io.strongroom.factor.EntryOutcome;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.PassedFactor;
import io.strongroom.factor.RealmCodeKeys;
import io.strongroom.factor.StepResult;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.LimitReservations;
import io.strongroom.throttle.LimitResult;
import io.strongroom.throttle.Remaining;
import io.strongroom.throttle.SendThrottle;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends a code to a recipient, asks the user for it and checks the entry, for login and enrolment. */
public final class SentCodeExchange {

    private final LoginStep step;
    private final Channel channel;
    private final Purpose purpose;
    private final CodeBinding binding;
    private final Challenges challenges;
    private final FactorEntries factorEntries;
    private final EntryLimits entries;
    private final CodeSender sender;
    private final OneTimeStore store;
    private final CodePage page;

    public SentCodeExchange(LoginStep step, Channel channel, Purpose purpose, Clock clock) {
        this.step = step;
        this.channel = channel;
        this.purpose = purpose;
        Recipient to = channel.recipient();
        String userId = step.user().getId();
        this.store = new KeycloakOneTimeStore(step.session(), step.realm());
        this.binding = new CodeBinding(step.loginId(), userId, to.address());
        this.challenges = new Challenges(store, new RealmCodeKeys(step.session(), step.realm()), clock);
        this.factorEntries = FactorEntries.of(step, clock);
        this.entries = purpose.enrolling()
                ? factorEntries.ofNew(channel.factor())
                : factorEntries.of(channel.factor(), to.authenticator());
        SendThrottle sends = new SendThrottle(store, clock, step.loginId(), userId);
        SendPermissions permissions = new SendPermissions(step, channel, sends, store, clock);
        this.sender = new CodeSender(step, channel, binding, challenges, permissions, store, clock);
        this.page = new CodePage(step, channel, store, challenges, sends, clock);
    }

    /** Returns whether the factor is locked until an administrator unlocks it. */
    public boolean isLocked() {
        return entries.isLocked();
    }

    /**
     * Shows the page. Sends a code, unless this login has already sent one to this recipient or the request may come
     * from an e-mail scanner.
     */
    public Response show() {
        if (isLocked()) {
            return lockedPage();
        }
        if (MailLink.awaitsButtonPress(step)) {
            return render();
        }
        Optional<Challenge> latest = challenges.latest(binding);
        boolean used = latest.flatMap(challenges::ended)
                .filter(EntryResult.Used.class::isInstance)
                .isPresent();
        return latest.isEmpty() || used ? send() : render();
    }

    /**
     * Handles the submitted page: a request for a new code or an entry. A correct entry uses up the code.
     *
     * @param factor     requested credential type; null during set-up
     * @param onAccepted runs if the entry is accepted
     */
    public StepResult process(String factor, Supplier<PassedFactor> onAccepted) {
        return step.input().has("resend")
                ? new StepResult.Show(resend())
                : enter(step.input().field(CodePage.FIELD).orElse(""), factor, onAccepted);
    }

    /**
     * Sends a new code, which invalidates the previous one (security figure 5). If the queue is full, the previous
     * one stays valid.
     */
    private Response resend() {
        return isLocked() ? lockedPage() : send();
    }

    private StepResult enter(String entered, String factor, Supplier<PassedFactor> onAccepted) {
        StepResult result = check(entered, factor, onAccepted);
        EntryOutcome.of(result).count(channel.factor());
        return result;
    }

    private StepResult check(String entered, String factor, Supplier<PassedFactor> onAccepted) {
        Optional<Challenge> challenge = challenges.latest(binding);
        String code = EnteredDigits.of(entered);
        int length = challenge.map(Challenge::length).orElse(channel.rules().codeLength());
        if (code.length() != length) {
            return new StepResult.Show(error(channel.messages().missing(), length));
        }
        Optional<EntryResult> ended = challenge.flatMap(challenges::ended);
        if (challenge.isEmpty() || ended.isPresent()) {
            return new StepResult.Show(error(ended.orElse(new EntryResult.NoChallenge())));
        }
        LimitResult limit = entries.take();
        if (limit instanceof LimitResult.Wait wait) {
            return new StepResult.Show(error("strongroomEntryWait", Remaining.seconds(wait.remaining())));
        }
        if (!(limit instanceof LimitResult.Granted)) {
            return new StepResult.Show(lockedPage());
        }
        EntryResult result = challenges.redeem(binding, code);
        if (result instanceof EntryResult.Accepted accepted) {
            new LimitReservations(store, accepted.challengeId()).codeAccepted();
            entries.accepted();
            return new StepResult.Passed(onAccepted.get());
        }
        return result instanceof EntryResult.Wrong
                ? new StepResult.Failed(factor, wrong(result))
                : new StepResult.Show(error(result));
    }

    private Response wrong(EntryResult result) {
        if (entries.wrong()) {
            factorEntries.emitLocked(channel.factor(), step.event().clone());
            return lockedPage();
        }
        return error(result);
    }

    private Response lockedPage() {
        return LockedPage.of(step, channel.factor(), channel.messages().locked());
    }

    private Response send() {
        CodeSender.Result result = sender.send();
        if (result instanceof CodeSender.Result.Refused refused) {
            return error(refused.messageKey(), refused.parameters());
        }
        return result instanceof CodeSender.Result.NewCode sent
                ? page.render(purpose, Optional.of(sent.challenge()), sent.status())
                : page.render(purpose, Optional.empty(), SendStatus.SENDING);
    }

    private Response render() {
        Optional<Challenge> challenge = challenges.latest(binding);
        return page.render(purpose, challenge, page.statusOf(challenge));
    }

    private Response error(EntryResult result) {
        if (result instanceof EntryResult.Wrong wrong && wrong.entriesLeft() > 0) {
            return error("strongroomCodeWrong", wrong.entriesLeft());
        }
        if (result instanceof EntryResult.Wrong || result instanceof EntryResult.Exhausted) {
            return error("strongroomCodeDead");
        }
        if (result instanceof EntryResult.Expired) {
            return error("strongroomCodeExpired");
        }
        return result instanceof EntryResult.Used ? error("strongroomCodeUsed") : error("strongroomCodeNone");
    }

    private Response error(String key, Object... parameters) {
        Optional<Challenge> challenge = challenges.latest(binding);
        return page.renderError(purpose, challenge, page.statusOf(challenge), key, parameters);
    }
}
