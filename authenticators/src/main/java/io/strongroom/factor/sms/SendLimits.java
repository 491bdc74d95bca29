package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.ClientNetwork;
import io.strongroom.throttle.HourlyLimit;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limits on messages that hold across logins (security figure 10): whoever logs in anew each time gets no more. */
final class SendLimits {

    private final Map<Limit, HourlyLimit> hourly = new LinkedHashMap<>();
    private final SmsBudget budget;

    SendLimits(LoginStep step, SmsRules rules, PhoneNumber to, OneTimeStore store, Clock clock) {
        SmsRules.Limits limits = rules.limits();
        String sms = "sms:" + step.realm().getId() + ":";
        String address =
                ClientNetwork.of(step.session().getContext().getConnection().getRemoteHost());
        hourly.put(
                Limit.USER,
                new HourlyLimit(store, clock, sms + "user:" + step.user().getId(), limits.perUser()));
        hourly.put(Limit.NUMBER, new HourlyLimit(store, clock, sms + "number:" + to.e164(), limits.perNumber()));
        hourly.put(Limit.ADDRESS, new HourlyLimit(store, clock, sms + "address:" + address, limits.perAddress()));
        this.budget = new SmsBudget(step.session(), step.realm(), limits, store, clock);
    }

    /** What is limited. */
    enum Limit {
        LOGIN,
        USER,
        NUMBER,
        ADDRESS,
        TENANT
    }

    /**
     * A limit is reached.
     *
     * @param retryAfter when to try again, at least a second
     */
    record Reached(Limit limit, Duration retryAfter) {}

    /** Counts a message that is about to be sent; where a limit is reached, it is counted by none. */
    Optional<Reached> take() {
        List<HourlyLimit> taken = new ArrayList<>();
        for (Map.Entry<Limit, HourlyLimit> each : hourly.entrySet()) {
            if (!each.getValue().take()) {
                taken.forEach(HourlyLimit::giveBack);
                return Optional.of(new Reached(each.getKey(), each.getValue().retryAfter()));
            }
            taken.add(each.getValue());
        }
        if (!budget.take()) {
            taken.forEach(HourlyLimit::giveBack);
            return Optional.of(new Reached(Limit.TENANT, budget.retryAfter()));
        }
        return Optional.empty();
    }

    /** The message counted last is not sent after all. */
    void giveBack() {
        hourly.values().forEach(HourlyLimit::giveBack);
        budget.giveBack();
    }
}
