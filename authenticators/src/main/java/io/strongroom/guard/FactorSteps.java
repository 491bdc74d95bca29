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

/** What a user can be asked for where a clause accepts certain factors. */
final class FactorSteps {

    private final Challenge challenge;
    private final SmsRules sms;
    private final String roomName;
    private final Clock clock;

    /** @param roomName the data room that asks, or null: the tenant */
    FactorSteps(Challenge challenge, SmsRules sms, String roomName, Clock clock) {
        this.challenge = challenge;
        this.sms = sms;
        this.roomName = roomName;
        this.clock = clock;
    }

    /**
     * Last used first; a backup code last, since it can be used once only. What is locked is behind all that is not, and still
     * there to say so.
     */
    List<Choice> choices(LoginStep step) {
        Stream<Choice> methods =
                challenge.factors().stream().map(Factor::method).distinct().map(Choice::of);
        boolean hasCodes = new BackupCodes(step.session(), step.realm(), step.user()).left() > 0;
        return Stream.concat(methods, hasCodes ? Stream.of(Choice.BACKUP) : Stream.empty())
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

    /** Empty where the factor is gone since it was offered. */
    Optional<FactorStep> part(Choice choice, LoginStep step) {
        return switch (choice) {
            case SMS -> sms(step).map(asked -> new FactorStep(asked::show, asked::process));
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

    /** Of several numbers, the first that is not locked. */
    private Optional<SmsChallenge> sms(LoginStep step) {
        List<SmsCredential> numbers = new SmsCredentials(step.session(), step.user(), clock).trusted();
        return challenge.factors().stream()
                .filter(factor -> factor.method() == Method.SMS)
                .flatMap(factor -> numbers.stream().filter(number -> number.id().equals(factor.credentialId())))
                .map(number -> new SmsChallenge(step, sms, number, roomName, clock))
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
