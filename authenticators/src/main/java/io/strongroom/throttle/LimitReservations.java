package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The places that a message has taken in limits, remembered with it: it gives back these and no others, once, also in another
 * request and on another node.
 */
public final class LimitReservations {

    /** Longer than any code is good for, and shorter than any place is held. */
    private static final Duration REMEMBERED = Duration.ofMinutes(30);

    private static final String OF_UNANSWERED = "unanswered";
    private static final String OF_SENT = "sent";
    private static final String BETWEEN = " ";

    private final OneTimeStore store;
    private final String key;

    /** @param messageId random, a new one for every message */
    public LimitReservations(OneTimeStore store, String messageId) {
        this.store = store;
        this.key = "places:" + messageId;
    }

    /**
     * @param ofUnanswered handles of places that only messages hold whose code has not come back
     * @param ofSent       handles of places that every message holds that was sent
     */
    public void keep(List<String> ofUnanswered, List<String> ofSent) {
        store.put(
                key,
                REMEMBERED,
                Map.of(OF_UNANSWERED, String.join(BETWEEN, ofUnanswered), OF_SENT, String.join(BETWEEN, ofSent)));
    }

    /** Its code came back. */
    public void answered() {
        giveBack(List.of(OF_UNANSWERED));
    }

    /**
     * It was certainly not sent.
     *
     * @return false where it has given back its places before, or nothing is known of it
     */
    public boolean notSent() {
        return giveBack(List.of(OF_UNANSWERED, OF_SENT));
    }

    private boolean giveBack(List<String> kinds) {
        Optional<Map<String, String>> places = store.get(key).filter(entry -> store.claim(key + ":back", REMEMBERED));
        places.stream()
                .flatMap(entry -> kinds.stream().map(kind -> entry.getOrDefault(kind, "")))
                .flatMap(handles -> Stream.of(handles.split(BETWEEN)))
                .filter(handle -> !handle.isEmpty())
                .forEach(store::releaseHandle);
        return places.isPresent();
    }
}
