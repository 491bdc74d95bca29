package io.strongroom.factor.sms;

import io.strongroom.code.Challenge;
import io.strongroom.code.Challenges;
import io.strongroom.code.CodeBinding;
import io.strongroom.code.EntryResult;
import io.strongroom.factor.EnteredDigits;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.RealmCodeKeys;
import io.strongroom.factor.sms.CodePage.Purpose;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.LimitReservations;
import io.strongroom.throttle.LimitResult;
import io.strongroom.throttle.SendThrottle;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;

/** The talk about one number: a code goes out, is asked for, comes back. Challenge and enrolment both have it. */
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
                new SendPermissions(step, rules, purpose.to(), purpose.standing(), sends, store, clock);
        this.sender = new CodeSender(step, rules, purpose.to(), binding, challenges, permissions, store, clock);
        this.page = new CodePage(step, rules, store, challenges, sends, clock);
    }

    boolean isLocked() {
        return entries.isLocked();
    }

    /** Shows the page; sends a code unless this login has sent one to that number already, or nobody is known to look at it. */
    Response show() {
        if (isLocked()) {
            return lockedPage();
        }
        if (MailLink.awaitsSomebody(step)) {
            return render();
        }
        Optional<Challenge> latest = challenges.latest(binding);
        boolean spent = latest.flatMap(challenges::ended)
                .filter(EntryResult.Used.class::isInstance)
                .isPresent();
        return latest.isEmpty() || spent ? send() : render();
    }

    /** Sends a new code, which ends the one before (security figure 5); where there is no room for it, that one stays good. */
    Response resend() {
        return isLocked() ? lockedPage() : send();
    }

    /** Checks what was entered and uses the code up. */
    Answer enter(String entered) {
        Answer answer = check(entered);
        answer.entered().count(SmsCredential.TYPE);
        return answer;
    }

    private Answer check(String entered) {
        Optional<Challenge> challenge = challenges.latest(binding);
        String code = EnteredDigits.of(entered);
        int length = challenge.map(Challenge::length).orElse(rules.codeLength());
        if (code.length() != length) {
            return new Answer.Unchecked(error("strongroomCodeMissing", length));
        }
        Optional<EntryResult> ended = challenge.flatMap(challenges::ended);
        if (challenge.isEmpty() || ended.isPresent()) {
            return new Answer.Unchecked(error(ended.orElse(new EntryResult.NoChallenge())));
        }
        LimitResult pass = entries.take();
        if (pass instanceof LimitResult.Wait wait) {
            return new Answer.Unchecked(error("strongroomEntryWait", CodeSender.seconds(wait.remaining())));
        }
        if (!(pass instanceof LimitResult.Granted)) {
            return new Answer.Unchecked(lockedPage());
        }
        EntryResult verdict = challenges.redeem(binding, code);
        if (verdict instanceof EntryResult.Accepted accepted) {
            new LimitReservations(store, accepted.challengeId()).answered();
            entries.right();
            return new Answer.Right();
        }
        return verdict instanceof EntryResult.Wrong
                ? new Answer.Wrong(wrong(verdict))
                : new Answer.Unchecked(error(verdict));
    }

    private Response wrong(EntryResult verdict) {
        if (entries.wrong()) {
            factorEntries.tellLocked(SmsCredential.TYPE, step.event().clone());
            return lockedPage();
        }
        return error(verdict);
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
                ? page.render(purpose, Optional.of(sent.challenge()), sent.delivery())
                : page.render(purpose, Optional.empty(), SendStatus.SENDING);
    }

    private Response render() {
        Optional<Challenge> challenge = challenges.latest(binding);
        return page.render(purpose, challenge, page.deliveryOf(challenge));
    }

    private Response error(EntryResult verdict) {
        if (verdict instanceof EntryResult.Wrong wrong && wrong.entriesLeft() > 0) {
            return error("strongroomCodeWrong", wrong.entriesLeft());
        }
        if (verdict instanceof EntryResult.Wrong || verdict instanceof EntryResult.Dead) {
            return error("strongroomCodeDead");
        }
        if (verdict instanceof EntryResult.Expired) {
            return error("strongroomCodeExpired");
        }
        return verdict instanceof EntryResult.Used ? error("strongroomCodeUsed") : error("strongroomCodeNone");
    }

    private Response error(String key, Object... parameters) {
        Optional<Challenge> challenge = challenges.latest(binding);
        return page.renderError(purpose, challenge, page.deliveryOf(challenge), key, parameters);
    }
}
