package io.strongroom.gateway.dispatch;

import io.strongroom.gateway.SendResult;
import java.util.List;

/**
 * What became of a message, gateway by gateway.
 *
 * @param all in the order in which they were tried, at least one
 */
public record Attempts(List<Attempt> all) {

    public Attempts {
        all = List.copyOf(all);
    }

    /** @param gateway provider id */
    public record Attempt(String gateway, SendResult result) {}

    /** The one that decided. */
    public Attempt last() {
        return all.get(all.size() - 1);
    }

    /** Whether the message has certainly not been sent by any. */
    public boolean areAllUnsent() {
        return all.stream().map(Attempt::result).allMatch(SendResult::isCertainlyUnsent);
    }

    /** Those that failed before it. */
    public List<Attempt> before() {
        return all.subList(0, all.size() - 1);
    }
}
