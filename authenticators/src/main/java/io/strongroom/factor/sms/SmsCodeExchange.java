package io.strongroom.factor.sms;

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
import io.strongroom.factor.sms.CodePage.Purpose;
import io.strongroom.policy.SmsRules;
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

/** Sends a code to a number, asks the user for it and checks the entry, for login and enrolment. */
final class SmsCodeExchange {

    private final LoginStep step;
    private final SmsRules rules;
    private final Purpose purpose;
    private final CodeBinding binding;
    private final Challenges challenges;
    private final FactorEntries factorEntries;
    private final EntryLimits entries;
    private final CodeSender sender;
    private final OneTimeStore store;
    private final CodePage page;

    SmsCodeExchange(LoginStep step, SmsRules rules, Purpose purpose, Clock clock) {
        this.step = step;
        this.rules = rules;
        this.purpose = purpose;
        String userId = step.user().getId();
        this.store = new KeycloakOneTimeStore(step.session(), step.realm());
        this.binding = new CodeBinding(step.loginId(), userId, purpose.to().e164());
        this.challenges = new Challenges(store, new RealmCodeKeys(step.session(), step.realm()), clock);
        this.factorEntries = FactorEntries.of(step, clock);
        this.entries = purpose.enrolling()
                ? factorEntries.ofNew(SmsCredential.TYPE)
                : factorEntries.of(SmsCredential.TYPE, SmsCredential.fingerprint(purpose.to()));
        SendThrottle sends = new SendThrottle(store, clock, step.loginId(), userId);
        SendPermissions permissions =
                new SendPermissions(step, rules, purpose.to(), purpose.ownership(), sends, store, clock);
        this.sender = new CodeSender(step, rules, purpose.to(), binding, challenges, permissions, store, clock);
        this.page = new CodePage(step, rules, store, challenges, sends, clock);
    }

    boolean isLocked() {
        return entries.isLocked();
    }

    /**
     * Shows the page. Sends a code, unless this login has already sent one to this number or the request may come
     * from an e-mail scanner.
     */
    Response show() {
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
     * Sends a new code, which invalidates the previous one (security figure 5). If the queue is full, the previous
     * one stays valid.
     */
    Response resend() {
        return isLocked() ? lockedPage() : send();
    }

    /**
     * Checks an entry. A correct entry uses up the code.
     *
     * @param factor     requested credential type; null during set-up
     * @param onAccepted runs if the entry is accepted
     */
    StepResult enter(String entered, String factor, Supplier<PassedFactor> onAccepted) {
        StepResult result = check(entered, factor, onAccepted);
        EntryOutcome.of(result).count(SmsCredential.TYPE);
        return result;
    }

    private StepResult check(String entered, String factor, Supplier<PassedFactor> onAccepted) {
        Optional<Challenge> challenge = challenges.latest(binding);
        String code = EnteredDigits.of(entered);
        int length = challenge.map(Challenge::length).orElse(rules.codeLength());
        if (code.length() != length) {
            return new StepResult.Show(error("strongroomCodeMissing", length));
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
            factorEntries.emitLocked(SmsCredential.TYPE, step.event().clone());
            return lockedPage();
        }
        return error(result);
    }

    private Response lockedPage() {
        return LockedPage.of(step, SmsCredential.TYPE, "strongroomLocked");
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
