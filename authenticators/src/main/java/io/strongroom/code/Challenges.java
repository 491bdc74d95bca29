package io.strongroom.code;

import io.strongroom.code.CodeKeys.CodeKey;
import io.strongroom.code.EntryResult.Accepted;
import io.strongroom.code.EntryResult.Exhausted;
import io.strongroom.code.EntryResult.Expired;
import io.strongroom.code.EntryResult.NoChallenge;
import io.strongroom.code.EntryResult.Used;
import io.strongroom.code.EntryResult.Wrong;
import io.strongroom.state.OneTimeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Issues and redeems codes. Checks and uses up a code in one operation, so nobody can find out whether a code is
 * correct without using it up.
 */
public final class Challenges {

    /** Number of wrong entries after which a code is no longer accepted. */
    public static final int ENTRIES = 5;

    /** How long to keep a challenge after its code expires, to distinguish "expired" from "never sent". */
    private static final Duration KEPT_AFTER_EXPIRY = Duration.ofMinutes(10);

    private static final Duration MAX_LIFETIME = Duration.ofMinutes(10);

    private final OneTimeStore store;
    private final CodeKeys keys;
    private final Clock clock;
    private final CodeGenerator generator;

    public Challenges(OneTimeStore store, CodeKeys keys, Clock clock) {
        this(store, keys, clock, new CodeGenerator());
    }

    Challenges(OneTimeStore store, CodeKeys keys, Clock clock, CodeGenerator generator) {
        this.store = store;
        this.keys = keys;
        this.clock = clock;
        this.generator = generator;
    }

    /** A new challenge with its plaintext code, which is sent but never stored. */
    public record Issued(Challenge challenge, String code) {
        @Override
        public String toString() {
            return challenge.toString();
        }
    }

    /**
     * Creates a code that becomes valid with {@link #activate}. Until then, the previous code stays valid.
     *
     * @param length   number of digits, 6 to 8
     * @param lifetime how long the code is accepted, at most 10 minutes
     */
    public Issued create(CodeBinding binding, int length, Duration lifetime) {
        if (lifetime.compareTo(MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException("code lifetime must not exceed " + MAX_LIFETIME + ": " + lifetime);
        }
        String code = generator.generate(length);
        String id = UUID.randomUUID().toString();
        CodeKey key = keys.active();
        String hash = CodeHash.of(key.secret(), id, binding.key(), code);
        return new Issued(
                new Challenge(id, hash, key.id(), length, clock.instant().plus(lifetime)), code);
    }

    /** Makes the challenge's code the current one and invalidates the previous code. */
    public void activate(CodeBinding binding, Challenge challenge) {
        store.put(entryKey(binding), remembered(challenge), challenge.toEntry());
    }

    /** Returns the latest challenge, even if its code is no longer accepted. */
    public Optional<Challenge> latest(CodeBinding binding) {
        return store.get(entryKey(binding)).map(Challenge::ofEntry);
    }

    /** Returns why the code is no longer accepted; empty if it still is. */
    public Optional<EntryResult> ended(Challenge challenge) {
        if (store.isClaimed(usedKey(challenge))) {
            return Optional.of(new Used());
        }
        if (!clock.instant().isBefore(challenge.expires())) {
            return Optional.of(new Expired());
        }
        return store.isClaimed(entrySlot(challenge, ENTRIES - 1)) ? Optional.of(new Exhausted()) : Optional.empty();
    }

    /**
     * Checks an entry and uses up the code if the entry is correct. Each call counts as one entry, even if several
     * calls run in parallel.
     */
    public EntryResult redeem(CodeBinding binding, String entered) {
        Optional<Challenge> latest = latest(binding);
        if (latest.isEmpty()) {
            return new NoChallenge();
        }
        Challenge challenge = latest.get();
        return ended(challenge).orElseGet(() -> redeem(binding, challenge, entered));
    }

    private EntryResult redeem(CodeBinding binding, Challenge challenge, String entered) {
        int entry = takeEntry(challenge);
        if (entry == ENTRIES) {
            return new Exhausted();
        }
        boolean accepted = keys.byId(challenge.keyId())
                .filter(key -> CodeHash.matches(key.secret(), challenge.id(), binding.key(), entered, challenge.hash()))
                .isPresent();
        if (accepted) {
            return store.claim(usedKey(challenge), remembered(challenge)) ? new Accepted(challenge.id()) : new Used();
        }
        return new Wrong(ENTRIES - 1 - entry);
    }

    private int takeEntry(Challenge challenge) {
        int entry = 0;
        while (entry < ENTRIES && !store.claim(entrySlot(challenge, entry), remembered(challenge))) {
            entry++;
        }
        return entry;
    }

    private Duration remembered(Challenge challenge) {
        return Duration.between(clock.instant(), challenge.expires()).plus(KEPT_AFTER_EXPIRY);
    }

    private static String entryKey(CodeBinding binding) {
        return "code:" + binding.key();
    }

    private static String usedKey(Challenge challenge) {
        return "code-used:" + challenge.id();
    }

    private static String entrySlot(Challenge challenge, int entry) {
        return "code-entry:" + challenge.id() + ":" + entry;
    }
}
