package io.strongroom.throttle;

import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Detects whether all of a day's users have the same address. This happens if the server ignores its reverse proxy's
 * headers, in which case all users share one limit. Days start at midnight UTC.
 */
public final class SharedAddress {

    /** Minimum number of users for assuming that a private address is a proxy. */
    private static final int SUSPICIOUS = 5;

    /** The same for a public address, which may belong to the users' office. */
    private static final int SUSPICIOUS_IF_PUBLIC = 20;

    private static final int MAX = 1000;
    private static final Duration REMEMBERED = Duration.ofDays(2);

    private final OneTimeStore store;
    private final Clock clock;
    private final String key;

    public SharedAddress(OneTimeStore store, Clock clock, String realmId) {
        this.store = store;
        this.clock = clock;
        this.key = "address-of-all:" + realmId + ":";
    }

    /**
     * Records that a user sent a request from this address.
     *
     * @param address the network as returned by {@link ClientNetwork#of}
     */
    public void recordUse(String userId, String address) {
        String today = key + today();
        String handle = store.handle("address:" + address);
        Map<String, String> first = store.get(today)
                .orElseGet(
                        () -> Map.of("address", handle, "private", Boolean.toString(ClientNetwork.isPrivate(address))));
        if (!handle.equals(first.get("address"))) {
            store.claim(several(today), REMEMBERED);
        }
        if (store.claim(today + ":user:" + userId, REMEMBERED)) {
            store.put(today, REMEMBERED, first);
            int user = users(today);
            while (user < MAX && !store.claim(user(today, user), REMEMBERED)) {
                user++;
            }
        }
    }

    /**
     * Returns the number of users who share today's or yesterday's only address; empty if there are several addresses
     * or too few users.
     */
    public OptionalInt users() {
        LocalDate today = today();
        String now = key + today;
        OptionalInt shared = suspicious(now);
        return shared.isPresent() || store.isClaimed(several(now)) ? shared : suspicious(key + today.minusDays(1));
    }

    private OptionalInt suspicious(String day) {
        int users = users(day);
        boolean isPrivate = store.get(day)
                .filter(first -> Boolean.parseBoolean(first.get("private")))
                .isPresent();
        boolean suspicious = users >= (isPrivate ? SUSPICIOUS : SUSPICIOUS_IF_PUBLIC) && !store.isClaimed(several(day));
        return suspicious ? OptionalInt.of(users) : OptionalInt.empty();
    }

    private int users(String day) {
        return Slots.taken(user -> store.isClaimed(user(day, user)));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String several(String day) {
        return day + ":several";
    }

    private static String user(String day, int user) {
        return day + ":" + user;
    }
}
