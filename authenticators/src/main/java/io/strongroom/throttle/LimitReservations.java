package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The limit slots taken by one message. They are stored under the message's id, so that exactly these slots are
 * released, only once, even from another request or node.
 */
public final class LimitReservations {

    /** How long the handles are stored: longer than any code is valid, and shorter than any slot exists. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private static final String OF_UNANSWERED = "unanswered";
    private static final String OF_SENT = "sent";
    private static final String SEPARATOR = " ";

    private final OneTimeStore store;
    private final String key;

    /** @param messageId random id that is unique per message */
    public LimitReservations(OneTimeStore store, String messageId) {
        this.store = store;
        this.key = "places:" + messageId;
    }

    /**
     * Stores the handles of the slots that the message took.
     *
     * @param ofUnanswered handles of slots to be released once the user enters the message's code
     * @param ofSent       handles of slots to be released only if the message was not sent
     */
    public void save(List<String> ofUnanswered, List<String> ofSent) {
        store.put(
                key,
                REMEMBERED,
                Map.of(OF_UNANSWERED, String.join(SEPARATOR, ofUnanswered), OF_SENT, String.join(SEPARATOR, ofSent)));
    }

    /** Releases the slots for unanswered messages, because the user has entered the message's code. */
    public void codeAccepted() {
        release(List.of(OF_UNANSWERED));
    }

    /**
     * Releases all slots, because the message was definitely not sent.
     *
     * @return false if slots were already released, or no handles are stored
     */
    public boolean notSent() {
        return release(List.of(OF_UNANSWERED, OF_SENT));
    }

    private boolean release(List<String> kinds) {
        Optional<Map<String, String>> reserved = store.get(key).filter(entry -> store.claim(key + ":back", REMEMBERED));
        reserved.stream()
                .flatMap(entry -> kinds.stream().map(kind -> entry.getOrDefault(kind, "")))
                .flatMap(handles -> Stream.of(handles.split(SEPARATOR)))
                .filter(handle -> !handle.isEmpty())
                .forEach(store::releaseHandle);
        return reserved.isPresent();
    }
}
