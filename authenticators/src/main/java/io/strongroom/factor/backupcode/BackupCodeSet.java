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
 * The unused codes of a set, as hashes. They share one salt of 128 bits, so a verification costs one hash, not one for each
 * code (NIST SP 800-63B-4 3.1.2.2).
 *
 * @param recipe how the hashes were made
 * @param total  how many codes there were at first
 * @param saved  whether the user is known to have the codes
 * @param hashes of the unused codes, in Base64
 */
record BackupCodeSet(Recipe recipe, int total, boolean saved, List<String> hashes) {

    /** Few: a code is as hard to guess as a key, so the hash need not make up for a weak one as it must for a password. */
    static final int ITERATIONS = 20_000;

    private static final int SALT_BYTES = 16;
    private static final int FEW = 3;

    /** @param salt in Base64 */
    record Recipe(String algorithm, int iterations, String salt) {

        /** @return the hash, in Base64 */
        String hash(BackupCode code, CodeHasher hasher) {
            return Base64.getEncoder()
                    .encodeToString(hasher.hash(code, Base64.getDecoder().decode(salt), iterations));
        }
    }

    /** A set just made, and its codes, which are known now and never again. */
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
        return new Fresh(codes, new BackupCodeSet(recipe, count, false, hashes));
    }

    int left() {
        return hashes.size();
    }

    /** Compares with all, whichever it is, so that the time tells nothing. */
    boolean contains(String hash) {
        boolean found = false;
        for (String each : hashes) {
            found |= MessageDigest.isEqual(each.getBytes(US_ASCII), hash.getBytes(US_ASCII));
        }
        return found;
    }

    /** Without this one code; empty where it is none of them. Who uses a code has the codes. */
    Optional<BackupCodeSet> without(String hash) {
        if (!contains(hash)) {
            return Optional.empty();
        }
        List<String> others = new ArrayList<>(hashes);
        others.remove(hash);
        return Optional.of(new BackupCodeSet(recipe, total, true, List.copyOf(others)));
    }

    BackupCodeSet asSaved() {
        return new BackupCodeSet(recipe, total, true, hashes);
    }

    /** Three codes or fewer, and some were used: time to make new ones. */
    boolean isRunningLow() {
        return left() <= FEW && left() < total;
    }
}
