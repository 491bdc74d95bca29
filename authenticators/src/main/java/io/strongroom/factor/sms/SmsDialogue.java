package io.strongroom.factor.sms;

import io.strongroom.code.Challenge;
import io.strongroom.code.Challenges;
import io.strongroom.code.CodeBinding;
import io.strongroom.code.Verdict;
import io.strongroom.factor.EnteredDigits;
import io.strongroom.factor.FactorEntries;
import io.strongroom.factor.Impersonator;
import io.strongroom.factor.LockedPage;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.RealmCodeKeys;
import io.strongroom.factor.sms.CodePage.Purpose;
import io.strongroom.gateway.dispatch.SmsDispatcher;
import io.strongroom.gateway.dispatch.SmsDispatcher.SmsOrder;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.KeycloakOneTimeStore;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.EntryLimits;
import io.strongroom.throttle.Pass;
import io.strongroom.throttle.SendThrottle;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The talk about one number: a code goes out, is asked for, comes back. Challenge and enrolment both have it. */
final class SmsDialogue {

    private final LoginStep step;
    private final SmsRules rules;
    private final Purpose purpose;
    private final CodeBinding binding;
    private final Challenges challenges;
    private final FactorEntries factorEntries;
    private final EntryLimits entries;
    private final SendPermissions permissions;
    private final OneTimeStore store;
    private final CodePage page;
    private final Clock clock;

    SmsDialogue(LoginStep step, SmsRules rules, Purpose purpose, Clock clock) {
        this.step = step;
        this.rules = rules;
        this.purpose = purpose;
        this.clock = clock;
        String userId = step.user().getId();
        this.store = new KeycloakOneTimeStore(step.session());
        this.binding = new CodeBinding(step.loginId(), userId, purpose.to().e164());
        this.challenges = new Challenges(store, new RealmCodeKeys(step.session(), step.realm()), clock);
        this.factorEntries = FactorEntries.of(step, clock);
        this.entries = purpose.enrolling()
                ? factorEntries.ofNew(SmsCredential.TYPE)
                : factorEntries.of(SmsCredential.TYPE, SmsCredential.fingerprint(purpose.to()));
        SendThrottle sends = new SendThrottle(store, clock, step.loginId(), userId);
        this.permissions = new SendPermissions(step, rules, purpose.to(), sends, store, clock);
        this.page = new CodePage(step, rules, store, challenges, sends, clock);
    }

    boolean isLocked() {
        return entries.isLocked();
    }

    /** Shows the page; sends a code unless this login has sent one to that number already. */
    Response show() {
        if (isLocked()) {
            return lockedPage();
        }
        Optional<Challenge> latest = challenges.latest(binding);
        boolean spent = latest.flatMap(challenges::ended)
                .filter(Verdict.Used.class::isInstance)
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
        Optional<Verdict> ended = challenge.flatMap(challenges::ended);
        if (challenge.isEmpty() || ended.isPresent()) {
            return new Answer.Unchecked(error(ended.orElse(new Verdict.NoChallenge())));
        }
        Pass pass = entries.take();
        if (pass instanceof Pass.Wait wait) {
            return new Answer.Unchecked(error("strongroomEntryWait", seconds(wait.remaining())));
        }
        if (!(pass instanceof Pass.Granted)) {
            return new Answer.Unchecked(lockedPage());
        }
        Verdict verdict = challenges.redeem(binding, code);
        if (verdict instanceof Verdict.Accepted) {
            entries.right();
            return new Answer.Right();
        }
        return verdict instanceof Verdict.Wrong
                ? new Answer.Wrong(wrong(verdict))
                : new Answer.Unchecked(error(verdict));
    }

    private Response wrong(Verdict verdict) {
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
        if (Impersonator.of(step.session(), step.login(), step.user()).isPresent()) {
            return error(
                    Impersonator.REFUSED); // also where a flow that somebody composed asks: the user waits for no code
        }
        SendPermission permission = permissions.ask();
        if (permission instanceof SendPermission.Wait wait) {
            // Nothing sent so far means that another tab is sending at this moment.
            return challenges.latest(binding).isPresent()
                    ? error("strongroomResendWait", seconds(wait.remaining()))
                    : page.render(purpose, Optional.empty(), Delivery.SENDING);
        }
        if (permission instanceof SendPermission.Refused refused) {
            return error(refused.messageKey(), refused.parameter());
        }
        Challenges.Issued issued = challenges.draw(binding, rules.codeLength(), rules.codeTtl());
        Challenge challenge = issued.challenge();
        DeliveryReport report = DeliveryReport.about(step, purpose.to().masked(), challenge.id(), clock);
        SmsOrder order = new SmsOrder(
                step.realm().getId(),
                SmsText.of(step, rules, purpose.to(), issued.code()),
                rules.gateway(),
                rules.fallbackGateway(),
                report);
        boolean taken = step.session().getProvider(SmsDispatcher.class).dispatch(order);
        if (!taken) {
            permissions.notTaken();
            report.refused(step.session());
            if (canBeEntered(challenges.latest(binding))) {
                return error(Delivery.BUSY.messageKey());
            }
        }
        challenges.begin(binding, challenge);
        return page.render(purpose, Optional.of(challenge), taken ? Delivery.SENDING : Delivery.BUSY);
    }

    private boolean canBeEntered(Optional<Challenge> challenge) {
        return challenge.isPresent() && challenges.ended(challenge.get()).isEmpty();
    }

    private Response render() {
        Optional<Challenge> challenge = challenges.latest(binding);
        return page.render(purpose, challenge, page.deliveryOf(challenge));
    }

    private Response error(Verdict verdict) {
        if (verdict instanceof Verdict.Wrong wrong && wrong.entriesLeft() > 0) {
            return error("strongroomCodeWrong", wrong.entriesLeft());
        }
        if (verdict instanceof Verdict.Wrong || verdict instanceof Verdict.Dead) {
            return error("strongroomCodeDead");
        }
        if (verdict instanceof Verdict.Expired) {
            return error("strongroomCodeExpired");
        }
        return verdict instanceof Verdict.Used ? error("strongroomCodeUsed") : error("strongroomCodeNone");
    }

    private Response error(String key, Object... parameters) {
        Optional<Challenge> challenge = challenges.latest(binding);
        return page.renderError(purpose, challenge, page.deliveryOf(challenge), key, parameters);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
