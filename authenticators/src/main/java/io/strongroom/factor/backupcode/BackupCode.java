package io.strongroom.factor.backupcode;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A backup code: 75 random bits, written with letters and digits that are hard to confuse (NIST SP 800-63B-4
 * 3.1.2.2).
 */
final class BackupCode {

    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LENGTH = 15;
    private static final int GROUP = 5;

    private final String characters;

    private BackupCode(String characters) {
        this.characters = characters;
    }

    static BackupCode random(SecureRandom random) {
        StringBuilder characters = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            characters.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new BackupCode(characters.toString());
    }

    /**
     * Parses an entry; empty if it can't be a code. Ignores case, spaces and hyphens, and replaces look-alike
     * characters.
     */
    static Optional<BackupCode> parse(String entered) {
        String characters = entered.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}\\p{Pd}]", "")
                .replace('o', '0')
                .replace('i', '1')
                .replace('l', '1');
        boolean possible = characters.length() == LENGTH && characters.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return possible ? Optional.of(new BackupCode(characters)) : Optional.empty();
    }

    char[] characters() {
        return characters.toCharArray();
    }

    /** Returns the code in groups, as shown to the user. */
    String shown() {
        return characters.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BackupCode code && characters.equals(code.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }

    /** Returns a text without the code, so that logs don't contain it. */
    @Override
    public String toString() {
        return "a backup code";
    }
}
