package io.strongroom.factor.sentcode;

import io.strongroom.factor.LoginStep;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;
import io.strongroom.throttle.LimitReservations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The limits on messages across logins (security figure 10), so that a new login does not reset them. A slot is
 * released when the user enters the code, so successful logins don't use up a shared limit.
 */
final class SendLimits {

    /** Maximum messages per hour to an unproven number, across all users. */
    static final int NEW_NUMBER_PER_HOUR = 3;

    /** Maximum messages per hour from one user to unproven numbers. */
    static final int NEW_PER_USER_PER_HOUR = 5;

    /** Ratio of a user's limit on all messages to the same user's limit on messages whose code was not entered. */
    private static final int ALL_PER_UNANSWERED = 6;

    private final List<Counted> counted = new ArrayList<>();
    private final Channel channel;
    private final OneTimeStore store;
    private final Clock clock;
    private final String prefix;
    private List<TenantBudget> budgets = List.of();

    SendLimits(LoginStep step, Channel channel, String network, OneTimeStore store, Clock clock) {
        this.channel = channel;
        this.store = store;
        this.clock = clock;
        this.prefix = channel.name() + ":" + step.realm().getId() + ":";
        String user = step.user().getId();
        SmsRules.Limits limits = channel.rules().limits();
        Recipient to = channel.recipient();
        boolean isNew = to.isNew();
        countUnanswered(
                isNew ? SendLimit.SET_UP_USER : SendLimit.USER,
                (isNew ? "new-user:" : "user:") + user,
                isNew ? Math.min(NEW_PER_USER_PER_HOUR, limits.perUser()) : limits.perUser());
        countUnanswered(
                isNew ? SendLimit.SET_UP_NUMBER : to.limit(),
                to.limitKey(),
                isNew ? Math.min(NEW_NUMBER_PER_HOUR, limits.perNumber()) : limits.perNumber());
        countUnanswered(SendLimit.ADDRESS, "address:" + network, limits.perAddress());
        countAll(SendLimit.USER, "user-all:" + user, Math.multiplyExact(ALL_PER_UNANSWERED, limits.perUser()));
    }

    /** @param endsWithAnswer whether the slot is released when the user enters the message's code */
    private record Counted(SendLimit limit, HourlyLimit hourly, boolean endsWithAnswer) {}

    /**
     * A limit that was reached.
     *
     * @param retryAfter   time until a message is allowed again, at least one second
     * @param organization id of the organization whose budget it is, if any
     */
    record Reached(SendLimit limit, Duration retryAfter, Optional<String> organization) {

        Reached(SendLimit limit, Duration retryAfter) {
            this(limit, retryAfter, Optional.empty());
        }

        private static Reached of(TenantBudget budget) {
            SendLimit limit = budget.organization().isPresent() ? SendLimit.ORGANIZATION : SendLimit.TENANT;
            return new Reached(limit, budget.retryAfter(), budget.organization());
        }
    }

    private void countUnanswered(SendLimit limit, String subject, int max) {
        counted.add(new Counted(limit, limit(subject, max), true));
    }

    private void countAll(SendLimit limit, String subject, int max) {
        counted.add(new Counted(limit, limit(subject, max), false));
    }

    private HourlyLimit limit(String subject, int max) {
        return new HourlyLimit(store, clock, prefix + subject, max);
    }

    /**
     * Counts a message before it is sent. If any limit is reached, returns that limit and does not count the message against any
     * of them.
     */
    Optional<Reached> take() {
        for (Counted each : counted) {
            if (!each.hourly().take()) {
                release();
                return Optional.of(new Reached(each.limit(), each.hourly().retryAfter()));
            }
        }
        budgets = channel.budgets(store);
        for (TenantBudget budget : budgets) {
            if (!budget.take()) {
                release();
                return Optional.of(Reached.of(budget));
            }
        }
        return Optional.empty();
    }

    /** Releases the slots of the last counted message. */
    void release() {
        counted.forEach(each -> each.hourly().release());
        budgets.forEach(TenantBudget::release);
    }

    /**
     * Stores the slots of the last counted message, so that they can be released later.
     *
     * @param ofLogin handle of the message's slot in its login's limit
     */
    void reserve(LimitReservations reservations, Optional<String> ofLogin) {
        Stream<String> ofUnanswered = handles(Counted::endsWithAnswer);
        Stream<String> ofSent = handles(each -> !each.endsWithAnswer());
        reservations.save(Stream.concat(ofLogin.stream(), ofUnanswered).toList(), ofSent.toList());
    }

    private Stream<String> handles(Predicate<Counted> condition) {
        return counted.stream().filter(condition).flatMap(each -> each.hourly().handle().stream());
    }
}
