package io.strongroom.factor.sms;

import io.strongroom.factor.LoginStep;
import io.strongroom.phone.PhoneNumber;
import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import io.strongroom.throttle.HourlyLimit;

/** The limits on messages that hold across logins (security figure 10): whoever logs in anew each time gets no more. */
final class SendLimits {

    private final LoginStep step;
    private final SmsRules.Limits limits;
    private final OneTimeStore store;

    SendLimits(LoginStep step, SmsRules rules, OneTimeStore store) {
        this.step = step;
        this.limits = rules.limits();
        this.store = store;
    }

    /** Counts a message that is about to be sent; false where one of the limits is reached. */
    boolean take(PhoneNumber to) {
        String address = step.session().getContext().getConnection().getRemoteHost();
        return limit("user:" + step.user().getId(), limits.perUser())
                && limit("number:" + to.e164(), limits.perNumber())
                && limit("address:" + address, limits.perAddress());
    }

    private boolean limit(String what, int most) {
        return new HourlyLimit(store, "sms:" + step.realm().getId() + ":" + what, most).take();
    }
}
