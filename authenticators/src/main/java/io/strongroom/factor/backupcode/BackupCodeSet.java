package io.strongroom.factor.backupcode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The hashes of a set's unused codes. They share a 128-bit salt, so verifying a code takes one hash instead of one per
 * code (NIST SP 800-63B-4 3.1.2.2).
 *
 * @param recipe the hash parameters
 * @param total  number of codes when the set was created
 * @param saved  whether the user is known to have saved the codes
 * @param hashes hashes of the unused codes, in Base64
 */
record BackupCodeSet(Recipe recipe, int total, boolean saved, List<String> hashes) {

    /** A few iterations are enough: unlike a password, a code is as hard to guess as a key. */
    static final int ITERATIONS = 20_000;

    private static final int SALT_BYTES = 16;
    private static final int FEW = 3;
    private static final boolean SAVED = true;
    private static final boolean NOT_SAVED = false;

    /** @param salt salt in Base64 */
    record Recipe(String algorithm, int iterations, String salt) {

        /** @return the hash, in Base64 */
        String hash(BackupCode code, CodeHasher hasher) {
            return Base64.getEncoder()
                    .encodeToString(hasher.hash(code, Base64.getDecoder().decode(salt), iterations));
        }
    }

    /** A newly created set with its plaintext codes, which can't be recovered later. */
    record Fresh(List<BackupCode> codes, BackupCodeSet set) {}

    static Fresh generate(int count, SecureRandom random, CodeHasher hasher) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Recipe recipe =
                new Recipe(Pbkdf2.ALGORITHM, ITERATIONS, Base64.getEncoder().encodeToString(salt));
        List<BackupCode> codes = Stream.generate(() -> BackupCode.random(random))
                .distinct()
                .limit(count)
                .toList();
        List<String> hashes =
                codes.stream().map(code -> recipe.hash(code, hasher)).toList();
        return new Fresh(codes, new BackupCodeSet(recipe, count, NOT_SAVED, hashes));
    }

    int left() {
        return hashes.size();
    }

    /**
     * Returns whether the set contains a hash. Compares all hashes, so that the timing doesn't reveal which one
     * matches.
     */
    boolean contains(String hash) {
        boolean found = false;
        for (String each : hashes) {
            found |= MessageDigest.isEqual(each.getBytes(US_ASCII), hash.getBytes(US_ASCII));
        }
        return found;
    }

    /**
     * Returns the set without this code, marked as saved because the user evidently has the codes; empty if the code
     * is not in the set.
     */
    Optional<BackupCodeSet> without(String hash) {
        if (!contains(hash)) {
            return Optional.empty();
        }
        List<String> others = new ArrayList<>(hashes);
        others.remove(hash);
        return Optional.of(new BackupCodeSet(recipe, total, SAVED, List.copyOf(others)));
    }

    BackupCodeSet asSaved() {
        return new BackupCodeSet(recipe, total, SAVED, hashes);
    }

    /** Returns whether some of the codes have been used and three or fewer are left. */
    boolean isRunningLow() {
        return left() <= FEW && left() < total;
    }
}
