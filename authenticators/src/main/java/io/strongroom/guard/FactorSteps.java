package io.strongroom.guard;

import io.strongroom.factor.ChallengeRequest;
import io.strongroom.factor.FactorChallenge;
import io.strongroom.factor.Factors;
import io.strongroom.factor.LoginStep;
import io.strongroom.factor.backupcode.SavedCodes;
import io.strongroom.policy.Clause.Challenge;
import io.strongroom.policy.Facts.Factor;
import io.strongroom.policy.Method;
import io.strongroom.policy.TenantPolicy;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Creates the steps for the factors accepted by a challenge. */
final class FactorSteps {

    private final Challenge challenge;
    private final TenantPolicy tenant;
    private final Optional<String> roomName;
    private final Clock clock;

    /** @param roomName name of the data room whose rule applies; empty for a rule of the tenant */
    FactorSteps(Challenge challenge, TenantPolicy tenant, Optional<String> roomName, Clock clock) {
        this.challenge = challenge;
        this.tenant = tenant;
        this.roomName = roomName;
        this.clock = clock;
    }

    /**
     * Returns the choices: methods that resist phishing first, then the others, the most recently used first. Backup
     * codes come after the methods because each can be used only once. Locked choices come last; they are included so
     * that users who select one learn that it is locked.
     */
    List<Choice> choices(LoginStep step) {
        Stream<Choice> methods = challenge.offered().stream()
                .map(Factor::method)
                .distinct()
                .sorted(Comparator.comparing(Method::isPhishingResistant).reversed())
                .map(Choice::of);
        boolean offersBackup = challenge.backupCodes() && new SavedCodes(step, clock).isOffered();
        return Stream.concat(methods, offersBackup ? Stream.of(Choice.BACKUP) : Stream.empty())
                .sorted(Comparator.comparing(choice -> isLocked(choice, step)))
                .toList();
    }

    private boolean isLocked(Choice choice, LoginStep step) {
        return of(choice, step).filter(FactorChallenge::isLocked).isPresent();
    }

    /** Returns the step for a choice; empty if the factor has been removed since it was offered. */
    Optional<FactorChallenge> of(Choice choice, LoginStep step) {
        return choice.method()
                .map(method -> Factors.of(method)
                        .challenge(new ChallengeRequest(step, challenge.offered(), tenant, roomName, clock)))
                .orElseGet(() -> new SavedCodes(step, clock).challenge());
    }
}
