package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;
import io.strongroom.throttle.LimitReservations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limits on messages that hold across logins (security figure 10): whoever logs in anew each time gets no more. A place in
 * them is free again when the code comes back, so that people who log in never stop each other.
 */
final class SendLimits {

    /** To a number that nobody has proven, whoever says it is theirs. */
    static final int NEW_NUMBER_PER_HOUR = 3;

    /** Of one user, to numbers that nobody has proven. */
    static final int NEW_PER_USER_PER_HOUR = 5;

    /** What one user can cost at most, answered or not, as a multiple of what may stay unanswered. */
    private static final int ALL_OF_USER = 6;

    private final List<Bound> bounds = new ArrayList<>();
    private final SmsBudget budget;
    private final OneTimeStore store;
    private final Clock clock;
    private final String prefix;

    SendLimits(
            LoginStep step,
            SmsRules.Limits limits,
            PhoneNumber to,
            NumberOwnership standing,
            String network,
            OneTimeStore store,
            Clock clock) {
        this.store = store;
        this.clock = clock;
        this.prefix = "sms:" + step.realm().getId() + ":";
        String user = step.user().getId();
        boolean isNew = standing == NumberOwnership.NEW;
        unanswered(
                isNew ? SendLimit.SET_UP_USER : SendLimit.USER,
                (isNew ? "new-user:" : "user:") + user,
                isNew ? Math.min(NEW_PER_USER_PER_HOUR, limits.perUser()) : limits.perUser());
        unanswered(
                isNew ? SendLimit.SET_UP_NUMBER : SendLimit.NUMBER,
                standing.budget() + ":" + to.e164(),
                isNew ? Math.min(NEW_NUMBER_PER_HOUR, limits.perNumber()) : limits.perNumber());
        unanswered(SendLimit.ADDRESS, "address:" + network, limits.perAddress());
        bounds.add(new Bound(
                SendLimit.USER, limit("user-all:" + user, Math.multiplyExact(ALL_OF_USER, limits.perUser())), false));
        this.budget = new SmsBudget(step.session(), step.realm(), limits, store, clock);
    }

    /** @param endsWithAnswer whether a message whose code came back does not count any more */
    private record Bound(SendLimit limit, HourlyLimit hourly, boolean endsWithAnswer) {}

    /**
     * A limit is reached.
     *
     * @param retryAfter when to try again, at least a second
     */
    record Reached(SendLimit limit, Duration retryAfter) {}

    private void unanswered(SendLimit limit, String subject, int most) {
        bounds.add(new Bound(limit, limit(subject, most), true));
    }

    private HourlyLimit limit(String subject, int most) {
        return new HourlyLimit(store, clock, prefix + subject, most);
    }

    /** Counts a message that is about to be sent; where a limit is reached, it is counted by none. */
    Optional<Reached> take() {
        for (Bound bound : bounds) {
            if (!bound.hourly().take()) {
                giveBack();
                return Optional.of(new Reached(bound.limit(), bound.hourly().retryAfter()));
            }
        }
        if (!budget.take()) {
            giveBack();
            return Optional.of(new Reached(SendLimit.TENANT, budget.retryAfter()));
        }
        return Optional.empty();
    }

    /** The message counted last is not sent after all. */
    void giveBack() {
        bounds.forEach(bound -> bound.hourly().giveBack());
        budget.giveBack();
    }

    /** The message counted last is on its way; its places are remembered with it. */
    void remember(LimitReservations places, Optional<String> ofLogin) {
        places.keep(
                Stream.concat(ofLogin.stream(), places(true)).toList(),
                places(false).toList());
    }

    private Stream<String> places(boolean endsWithAnswer) {
        return bounds.stream()
                .filter(bound -> bound.endsWithAnswer() == endsWithAnswer)
                .flatMap(bound -> bound.hourly().place().stream());
    }
}
