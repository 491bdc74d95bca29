package io.strongroom.code;

import io.strongroom.code.CodeKeys.CodeKey;
import io.strongroom.code.EntryResult.Accepted;
import io.strongroom.code.EntryResult.Dead;
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
 * Issues codes and redeems them. Checking and using up are one operation: there is no way to learn that a code is right
 * without spending it.
 */
public final class Challenges {

    /** Wrong entries that end a code. */
    public static final int ENTRIES = 5;

    /** How much longer than its code a challenge is remembered, so that "expired" can be told from "never sent". */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

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

    /** A new code, to be sent and then forgotten. */
    public record Issued(Challenge challenge, String code) {
        @Override
        public String toString() {
            return challenge.toString();
        }
    }

    /**
     * A new code that can't be entered before it was {@link #begin begun}; the one before it is still good.
     *
     * @param length 6 to 8 digits
     * @param life   how long it can be entered, at most 10 minutes
     */
    public Issued draw(CodeBinding binding, int length, Duration life) {
        if (life.compareTo(LONGEST_LIFE) > 0) {
            throw new IllegalArgumentException("a code lives for 10 minutes at most, not " + life);
        }
        String code = generator.draw(length);
        String id = UUID.randomUUID().toString();
        CodeKey key = keys.active();
        String hash = CodeHash.of(key.secret(), id, binding.key(), code);
        return new Issued(
                new Challenge(id, hash, key.id(), length, clock.instant().plus(life)), code);
    }

    /** From now on this is the code to be entered; the one before it ends. */
    public void begin(CodeBinding binding, Challenge challenge) {
        store.put(entryKey(binding), remembered(challenge), challenge.toEntry());
    }

    /** The code sent last, be it still good or not. */
    public Optional<Challenge> latest(CodeBinding binding) {
        return store.get(entryKey(binding)).map(Challenge::ofEntry);
    }

    /** Why that code can't be entered any more, or empty where it can. */
    public Optional<EntryResult> ended(Challenge challenge) {
        if (store.isClaimed(usedKey(challenge))) {
            return Optional.of(new Used());
        }
        if (!clock.instant().isBefore(challenge.expires())) {
            return Optional.of(new Expired());
        }
        return store.isClaimed(entrySlot(challenge, ENTRIES - 1)) ? Optional.of(new Dead()) : Optional.empty();
    }

    /** Redeems what was entered. Every call with a live code costs one of its entries, also if many come at once. */
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
            return new Dead();
        }
        boolean right = keys.byId(challenge.keyId())
                .filter(key -> CodeHash.matches(key.secret(), challenge.id(), binding.key(), entered, challenge.hash()))
                .isPresent();
        if (right) {
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
        return Duration.between(clock.instant(), challenge.expires()).plus(REMEMBERED);
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
