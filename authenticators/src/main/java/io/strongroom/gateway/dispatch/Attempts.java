package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import java.util.List;

/**
 * The attempts to send one message, one per gateway tried.
 *
 * @param all the attempts in order, at least one
 */
public record Attempts(List<Attempt> all) {

    public Attempts {
        all = List.copyOf(all);
    }

    /** @param gateway provider id of the gateway */
    public record Attempt(String gateway, SendResult result) {}

    /** Returns the last attempt, which determines the message's result. */
    public Attempt last() {
        return all.get(all.size() - 1);
    }

    /** Returns whether definitely no gateway sent the message. */
    public boolean areAllUnsent() {
        return all.stream().map(Attempt::result).allMatch(SendResult::isCertainlyUnsent);
    }

    /** Returns the failed attempts before the last one. */
    public List<Attempt> before() {
        return all.subList(0, all.size() - 1);
    }
}
