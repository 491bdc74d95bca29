package io.strongroom.guard;

import io.strongroom.factor.LoginStep;
import io.strongroom.factor.backupcode.BackupCodeChallenge;
import io.strongroom.factor.backupcode.BackupCodes;
import io.strongroom.factor.sms.SmsChallenge;
import io.strongroom.factor.sms.SmsCredential;
import io.strongroom.factor.sms.SmsCredentials;
import io.strongroom.factor.totp.TotpChallenge;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Method;
import io.strongroom.policy.SmsRules;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates the steps for the factors accepted by a challenge. */
final class FactorSteps {

    private final Challenge challenge;
    private final SmsRules sms;
    private final Optional<String> roomName;
    private final Clock clock;

    /** @param roomName name of the data room whose rule applies; empty for a rule of the tenant */
    FactorSteps(Challenge challenge, SmsRules sms, Optional<String> roomName, Clock clock) {
        this.challenge = challenge;
        this.sms = sms;
        this.roomName = roomName;
        this.clock = clock;
    }

    /**
     * Returns the choices with the most recently used method first. Backup codes come after the methods because each
     * can be used only once. Locked choices come last; they are included so that users who select one learn that it
     * is locked.
     */
    List<Choice> choices(LoginStep step) {
        Stream<Choice> methods =
                challenge.factors().stream().map(Factor::method).distinct().map(Choice::of);
        boolean hasBackupCodes = new BackupCodes(step.context(clock)).left() > 0;
        return Stream.concat(methods, hasBackupCodes ? Stream.of(Choice.BACKUP) : Stream.empty())
                .sorted(Comparator.comparing(choice -> isLocked(choice, step)))
                .toList();
    }

    private boolean isLocked(Choice choice, LoginStep step) {
        return switch (choice) {
            case SMS -> sms(step).filter(SmsChallenge::isLocked).isPresent();
            case TOTP -> totp(step).isLocked();
            case BACKUP -> backup(step).isLocked();
        };
    }

    /** Returns the step for a choice; empty if the factor has been removed since it was offered. */
    Optional<FactorStep> of(Choice choice, LoginStep step) {
        return switch (choice) {
            case SMS -> sms(step).map(found -> new FactorStep(found::show, found::process));
            case TOTP -> {
                TotpChallenge totp = totp(step);
                yield Optional.of(new FactorStep(totp::show, totp::process));
            }
            case BACKUP -> {
                BackupCodeChallenge backup = backup(step);
                yield Optional.of(new FactorStep(backup::show, backup::process));
            }
        };
    }

    /** Returns the challenge for the first number that is not locked, or for a locked one if all are locked. */
    private Optional<SmsChallenge> sms(LoginStep step) {
        List<SmsCredential> numbers = new SmsCredentials(step.context(clock)).trusted();
        return challenge.factors().stream()
                .filter(factor -> factor.method() == Method.SMS)
                .flatMap(factor -> numbers.stream().filter(number -> number.id().equals(factor.credentialId())))
                .map(number -> new SmsChallenge(step, sms, number, roomName.orElse(null), clock))
                .min(Comparator.comparing(SmsChallenge::isLocked));
    }

    private TotpChallenge totp(LoginStep step) {
        List<String> apps = challenge.factors().stream()
                .filter(factor -> factor.method() == Method.TOTP)
                .map(Factor::credentialId)
                .toList();
        return new TotpChallenge(step, apps, clock);
    }

    private BackupCodeChallenge backup(LoginStep step) {
        return new BackupCodeChallenge(step, clock);
    }
}
