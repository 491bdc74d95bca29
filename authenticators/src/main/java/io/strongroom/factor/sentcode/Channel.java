package io.strongroom.factor.sentcode;

import io.strongroom.policy.SmsRules;
import io.strongroom.state.OneTimeStore;
import java.util.List;
import java.util.Optional;

/** A way to send codes to one recipient. */
public interface Channel {

    /** Returns the factor's credential type, used in events, metrics and entry limits. */
    String factor();

    /** Returns the prefix of the channel's limits and of its error codes, such as {@code sms}. */
    String name();

    Recipient recipient();

    /** Returns the rules for codes and the limits on messages. */
    SmsRules rules();

    /**
     * Returns the daily limits on messages of this login's tenants: that of the organization, if it has one, and the
     * realm's. Called only if a message is to be sent.
     */
    List<TenantBudget> budgets(OneTimeStore store);

    /** Returns why no message may be sent to the recipient, as a word for metrics and events; empty if it may. */
    Optional<String> refusal();

    /** Returns the error code of the event for such a refusal. */
    String refusalError();

    /** Returns the messages of the page that differ between channels. */
    ChannelMessages messages();

    /**
     * Sends a message after the transaction commits, not on the login's thread.
     *
     * @return false if the queue is full and the message is not sent
     */
    boolean dispatch(SentMessage message, String code);
}
